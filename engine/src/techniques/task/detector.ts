import { placeOfSign } from '../reading/places.ts'
import { findSignedFiles, toFileDetail } from '../reading/signed-files.ts'
import { toVisible, toVisibleName } from '../reading/visible-name.ts'
import { defang } from '../../refang.ts'
import { defineTechnique } from '../technique.ts'

/** A definition for the Task Scheduler that starts something again and again. */
export const task = defineTechnique({
  id: 'task',
  title: { ja: 'タスクスケジューラの悪用', en: 'Task for the Task Scheduler' },
  about: {
    ja: 'タスクスケジューラに取り込ませるタスク定義ファイル（XML）を使い、置いたプログラムを繰り返し起動させる手口です。再起動の後も攻撃者のプログラムが動き続けます。',
    en: 'A task definition (XML) imported into the Task Scheduler starts the attacker’s program again and again, so that it survives a restart.',
  },
  attack: ['T1053.005'],
  weight: 'medium',
  innocent: [
    {
      ja: 'システムの管理者どうしが、保守用のタスク定義ファイルを送り合うことがあります。',
      en: 'Administrators do send each other definitions of maintenance tasks.',
    },
  ],
  blindSpots: [
    {
      ja: 'スクリプトの中でschtasksなどの命令を使って作られるタスクは、ここには現れません。',
      en: 'Tasks created by a command such as schtasks inside a script are not seen here.',
    },
  ],
  advice: {
    ja: 'タスク定義ファイルを取り込まず、端末のタスクスケジューラに見覚えのないタスクがないか確認してください。',
    en: 'Do not import the task; look for tasks you do not know in the Task Scheduler.',
  },
  source: '2020Q1 §5',

  detect(message, { artefacts }) {
    return findSignedFiles(artefacts, ['scheduled-task']).map((found) => {
      const { excerpt } = found.signs[0]
      const isLoader = LOADERS.test(excerpt) || WRITABLE_PLACES.test(excerpt)
      const started = defang(toVisible(excerpt).slice(0, 120))
      const name = toVisibleName(found.file)
      return {
        weight: isLoader ? ('strong' as const) : ('medium' as const),
        where: placeOfSign(message, found.file, found.signs[0]),
        say: {
          ja: `「${name}」はタスクスケジューラのタスク定義で、「${started}」を自動的に起動します。`,
          en: `“${name}” is a task for the Task Scheduler that starts “${started}” by itself.`,
        },
        detail: toFileDetail(found),
      }
    })
  },
})

/** Tools of Windows that run other people's code. */
const LOADERS =
  /\b(?:rundll32|regsvr32|mshta|wscript|cscript|powershell|pwsh|msbuild|installutil|regasm|cmd(?:\.exe)?\s+\/c|certutil|bitsadmin)\b/i
/** Places where any user may put a program. */
const WRITABLE_PLACES =
  /\\users\\public\\|\\appdata\\|\\temp\\|%(?:temp|tmp|appdata|localappdata|public|programdata)%|\\programdata\\/i

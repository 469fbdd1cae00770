import type { Bilingual } from '../../bilingual.ts'
import type { Artefact } from '../../evidence/artefact.ts'
import type { Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { placeOfArtefact } from '../reading/places.ts'
import { RUNNABLE_ENDINGS, toEnding, TRUSTED_ENDINGS } from '../tables/file-names.ts'
import { defineTechnique, type FindingDraft } from '../technique.ts'

/** A program travels inside an archive, or under a name that hides what it is. */
export const archivedExe = defineTechnique({
  id: 'archived-exe',
  title: { ja: '圧縮ファイルの中の実行ファイル', en: 'Program inside an archive' },
  about: {
    ja: '実行ファイルやスクリプトを圧縮ファイルやディスクイメージに入れて送り、検査や、Windows がダウンロードしたファイルに付ける目印を避ける手口です。二重の拡張子や文字の向きの細工で文書に見せかけたり、暗号化してパスワードを本文に書いたりします。',
    en: 'A program or script is sent inside an archive or disc image to get past filters and past the mark Windows puts on downloads, often named like a document by a double extension or reversed text, or encrypted with the password in the mail.',
  },
  attack: ['T1566.001', 'T1204.002', 'T1036.007', 'T1027.013', 'T1553.005'],
  weight: 'strong',
  innocent: [
    {
      ja: '開発や保守の相手が、プログラムやスクリプトを圧縮して送ることがあります。',
      en: 'Developers and maintainers do send programs and scripts in archives.',
    },
    {
      ja: '暗号化した圧縮ファイルは、古い習慣として業務でも使われています。',
      en: 'Encrypted archives are still an office habit in places.',
    },
  ],
  blindSpots: [
    {
      ja: 'パスワードが別の方法で伝えられた圧縮ファイルの中身は見えません。',
      en: 'An archive whose password came another way stays closed.',
    },
  ],
  advice: {
    ja: '圧縮ファイルを開かず、送り主に別の手段で確認してください。実行した場合は、端末をネットワークから切り離して窓口に連絡してください。',
    en: 'Do not open the archive; ask the sender by another way. If it was run, disconnect the machine and report it.',
  },
  source: '2019Q1 §8.2',

  detect(message, { artefacts }) {
    const files = artefacts.filter(
      (one) => one.kind === 'attachment' || one.kind === 'archive-member',
    )
    const programs = files.flatMap((file) => {
      const said = describeProgram(file, artefacts)
      return said ? { where: placeOfArtefact(message, file), say: said } : []
    })
    if (programs.length > 0) return programs.slice(0, FINDINGS_MAX)
    return findLockedArchive(message, files, artefacts)
  },
})

const FINDINGS_MAX = 5
const PROGRAM_TYPES =
  /x-(?:ms)?dos(?:executable|exe)|portable-executable|x-msdownload|x-executable|x-elf|x-mach|x-ms-shortcut|^pe$|^elf$|^lnk$/i

function describeProgram(file: Artefact, artefacts: readonly Artefact[]): Bilingual | undefined {
  const name = file.fileName ?? ''
  const ending = toEnding(name)
  const isProgram = PROGRAM_TYPES.test(file.type)
  if (!isProgram && !RUNNABLE_ENDINGS.has(ending)) return undefined
  const shown = defang(toVisible(name === '' ? file.type : name).slice(0, 100))
  const trick = findNameTrick(name, ending, isProgram)
  const inside = nameContainer(file, artefacts)
  const locked = file.password === undefined ? undefined : toVisible(file.password)
  return {
    ja: `${inside?.ja ?? '添付'}の「${shown}」は、開くと実行されるファイルです。${trick?.ja ?? ''}${locked === undefined ? '' : `本文などから分かるパスワード「${locked}」で暗号化されています。`}`,
    en: `“${shown}”${inside?.en ?? ''} runs when it is opened.${trick ? ` ${trick.en}` : ''}${locked === undefined ? '' : ` It is encrypted with “${locked}”, a password found with the mail.`}`,
  }
}

/** Types that Windows shows as a drive. */
const DISK_TYPES = /^application\/x-(?:iso9660-image|udf-image|vhdx?|vmdk|disk-image)$/

/** What the file travels in; undefined when it is attached as it is. */
function nameContainer(
  { kind, path }: Artefact,
  artefacts: readonly Artefact[],
): Bilingual | undefined {
  if (kind !== 'archive-member') return undefined
  const holders = artefacts.filter((one) => path.startsWith(`${one.path}/`))
  return holders.some(({ type }) => DISK_TYPES.test(type))
    ? { ja: 'ディスクイメージの中', en: ' inside the disc image' }
    : { ja: '圧縮ファイルの中', en: ' inside the archive' }
}

function findNameTrick(name: string, ending: string, isProgram: boolean): Bilingual | undefined {
  if (/[\u202a-\u202e\u2066-\u2069]/.test(name))
    return {
      ja: '文字の向きを変える制御文字で、本当の拡張子を隠しています。',
      en: 'Characters that reverse the direction of text hide its true ending.',
    }
  if (/[ \u00a0\u3000_]{5}\.[^.]+$/.test(name))
    return {
      ja: '長い空白で、本当の拡張子を画面の外に押し出しています。',
      en: 'A long gap pushes its true ending out of sight.',
    }
  const before = toEnding(name.slice(0, Math.max(0, name.lastIndexOf('.'))))
  if (TRUSTED_ENDINGS.has(before))
    return {
      ja: `二重の拡張子で ${before} に見せています。`,
      en: `A double ending makes it look like a ${before} file.`,
    }
  if (isProgram && !RUNNABLE_ENDINGS.has(ending))
    return {
      ja: '拡張子は文書などですが、中身はプログラムです。',
      en: 'Its ending claims a document, but it is a program.',
    }
  return undefined
}

/** Control and direction characters by name, so that they cannot rearrange our own sentence. */
function toVisible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}]/gu,
    (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  )
}

function findLockedArchive(
  message: Message,
  files: readonly Artefact[],
  artefacts: readonly Artefact[],
): FindingDraft[] {
  const opened = files.find((one) => one.password !== undefined && !isCustomary(one.password))
  const locked = files.find((one) => one.unreadable === 'wrong-password')
  const inner = opened ?? locked
  if (inner === undefined) return []
  const holder = artefacts.find((one) => inner.path.startsWith(`${one.path}/`)) ?? inner
  const isTold = opened?.password !== undefined && message.shownText.includes(opened.password)
  const hint = isTold ? HINTS.told : readHint(message.shownText)
  const name = defang(toVisible(holder.fileName ?? holder.type).slice(0, 100))
  return [
    {
      weight: isTold ? ('medium' as const) : ('weak' as const),
      where: placeOfArtefact(message, holder),
      say: {
        ja: `「${name}」は暗号化されていて、${hint.ja}。検査を避けるために使われる形です。`,
        en: `“${name}” is encrypted ${hint.en}, a way around filters.`,
      },
    },
  ]
}

const HINTS = {
  told: {
    ja: '同じメールにパスワードの記載があります',
    en: 'and the same mail speaks of its password',
  },
  apart: {
    ja: 'パスワードは別に知らせると書かれています',
    en: 'and its password is said to come separately',
  },
  none: { ja: '中身を確かめられません', en: 'and cannot be looked into' },
} satisfies Record<string, Bilingual>

/** Companies in Japan long sent the password in a second mail. */
function readHint(text: string): Bilingual {
  if (!/パスワード|password|passcode|解凍|\bpw\b/i.test(text)) return HINTS.none
  const isApart =
    /(?:別途|別メール|別の?メール|別送|後ほど|追って)|(?:separate(?:ly)?|another|next) (?:e-?mail|message)|separately/i
  return isApart.test(text) ? HINTS.apart : HINTS.told
}

/** The password with which analysts pass samples on; it is theirs, not the sender's. */
function isCustomary(password: string): boolean {
  return password === 'infected'
}

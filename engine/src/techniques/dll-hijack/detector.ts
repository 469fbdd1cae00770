import type { Artefact } from '../../evidence/artefact.ts'
import type { Message } from '../../evidence/message.ts'
import type { FileSign } from '../../files/file-reading.ts'
import { placeOfArtefact } from '../reading/places.ts'
import { toFileDetail } from '../reading/signed-files.ts'
import { toVisibleName } from '../reading/visible-name.ts'
import { WINDOWS_LIBRARIES } from '../tables/windows-libraries.ts'
import { defineTechnique, type FindingDraft } from '../technique.ts'

/** A library that bears the name of one of Windows' own, so that a program loads it instead. */
export const dllHijack = defineTechnique({
  id: 'dll-hijack',
  title: { ja: 'Windowsと同じ名前のDLL', en: 'DLL named like one of Windows' },
  about: {
    ja: 'Windowsの正規のDLLと同じ名前のDLLを、プログラムと同じフォルダに置いて読み込ませる手口です（DLLサーチオーダーハイジャッキング）。署名のある正規のプログラムが、攻撃者のコードを実行してしまいます。',
    en: 'A DLL with the name of one of Windows’ own is laid beside a program, which then loads it first (search order hijacking). A genuine, signed program runs the attacker’s code.',
  },
  attack: ['T1574.001'],
  weight: 'strong',
  innocent: [
    {
      ja: 'ソフトウェアの配布物には、再配布が認められた同名のDLL（dbghelp.dllなど）が含まれることがあります。',
      en: 'Software packages may carry redistributable libraries of the same name, such as dbghelp.dll.',
    },
  ],
  blindSpots: [
    {
      ja: 'Windowsのものではない製品のDLLになりすます場合は、名前だけでは分かりません。',
      en: 'A DLL posing as one of another product cannot be told by its name.',
    },
  ],
  advice: {
    ja: 'ファイルを展開や実行をせず、窓口に知らせてください。実行した場合は端末をネットワークから切り離してください。',
    en: 'Neither unpack nor run the files; report them. If they were run, disconnect the machine.',
  },
  source: '2020Q1 §5',

  detect(message, { artefacts }) {
    return artefacts
      .filter(isNamedLikeWindows)
      .slice(0, FINDINGS_MAX)
      .map((library) => toDraft(message, library, artefacts))
  },
})

const FINDINGS_MAX = 5
const PROGRAM_TYPE = 'application/vnd.microsoft.portable-executable'

/** A library by its content under a Windows name; a signed copy of Microsoft's is told by its version names. */
function isNamedLikeWindows(file: Artefact): boolean {
  if (file.type !== PROGRAM_TYPE) return false
  const name = baseName(file)
  return WINDOWS_LIBRARIES.has(name) && !isMicrosofts(file)
}

/** The version block names Microsoft and a signature is there: a genuine library travels so. */
function isMicrosofts({ reading }: Artefact): boolean {
  const facts = reading?.facts ?? []
  const valueOf = (wanted: string) => facts.find(({ name }) => name === wanted)?.value ?? ''
  return (
    /^Microsoft Corporation$/i.test(valueOf('version-CompanyName')) &&
    valueOf('signature').startsWith('present')
  )
}

function baseName({ fileName = '' }: Artefact): string {
  return fileName
    .slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
    .toLowerCase()
}

function toDraft(
  message: Message,
  library: Artefact,
  artefacts: readonly Artefact[],
): FindingDraft {
  const program = artefacts.find(
    (one) => isBeside(one, library) && /\.(?:exe|scr|com)$/.test(baseName(one)),
  )
  const name = toVisibleName({ fileName: baseName(library), type: library.type })
  const host =
    program === undefined ? undefined : toVisibleName({ ...program, fileName: baseName(program) })
  const [first, ...more] = library.reading?.signs ?? []
  const signs: readonly [FileSign, ...FileSign[]] = [
    first ?? { kind: 'executable', excerpt: library.type },
    ...more,
  ]
  return {
    weight: host === undefined ? 'medium' : 'strong',
    where: placeOfArtefact(message, library),
    say: {
      ja: host
        ? `「${name}」はWindowsの正規のDLLと同じ名前で、同じ場所のプログラム「${host}」に読み込まれる形になっています。`
        : `「${name}」はWindowsの正規のDLLと同じ名前です。同じフォルダのプログラムに、正規のものの代わりに読み込まれます。`,
      en: host
        ? `“${name}” bears the name of a library of Windows and lies where the program “${host}” will load it.`
        : `“${name}” bears the name of a library of Windows; a program beside it loads it instead of the genuine one.`,
    },
    detail: toFileDetail({ file: library, signs }),
  }
}

/** In the same archive or the same mail, and in the same folder there. */
function isBeside(one: Artefact, library: Artefact): boolean {
  if (one === library || folderOf(one.path) !== folderOf(library.path)) return false
  return folderOf(one.fileName ?? '') === folderOf(library.fileName ?? '')
}

function folderOf(path: string): string {
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  return cut < 0 ? '' : path.slice(0, cut).toLowerCase()
}

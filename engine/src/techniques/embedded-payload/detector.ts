import type { Bilingual } from '../../bilingual.ts'
import type { SignKind } from '../../files/file-reading.ts'
import { placeOfSign } from '../reading/places.ts'
import { findSignedFiles, toFileDetail } from '../reading/signed-files.ts'
import { toVisibleName } from '../reading/visible-name.ts'
import { defineTechnique } from '../technique.ts'

/** A program or an encoded command is carried inside another file. */
export const embeddedPayload = defineTechnique({
  id: 'embedded-payload',
  title: { ja: '埋め込まれたプログラム', en: 'Program hidden in another file' },
  about: {
    ja: '文書やXML、スクリプトの中に、プログラム（PE）やPowerShellの命令をBase64などで埋め込み、実行時に取り出す手口です。先頭の文字を書き換えて、検知を避けることもあります。',
    en: 'A document, XML file or script carries a Windows program or a PowerShell command, often in Base64, to be taken out when it runs. The first letters may be overwritten to escape detection.',
  },
  attack: ['T1027.009', 'T1140', 'T1059.001'],
  weight: 'strong',
  innocent: [
    {
      ja: 'インストーラーや自己解凍書庫は、正当にプログラムを内側に持っています。',
      en: 'Installers and self-extracting archives carry programs for honest reasons.',
    },
  ],
  blindSpots: [
    {
      ja: '独自の方式で暗号化された埋め込みは、動かさない限り見えません。',
      en: 'A payload encrypted in its own way cannot be seen without running the file.',
    },
  ],
  advice: {
    ja: 'ファイルを開かず、窓口に知らせてください。開いた場合は、端末をネットワークから切り離してください。',
    en: 'Do not open the file; report it. If it was opened, disconnect the machine.',
  },
  source: '2020Q1 §5',

  detect(message, { artefacts }) {
    return findSignedFiles(artefacts, KINDS)
      .filter(({ file, signs }) => !(isProgram(file.type) && signs.every(isPlain)))
      .slice(0, FINDINGS_MAX)
      .map((found) => {
        const name = toVisibleName(found.file)
        const [first] = found.signs
        const what = WHAT[first.kind] ?? PLAIN
        return {
          where: placeOfSign(message, found.file, first),
          say: { ja: `「${name}」の中に、${what.ja}`, en: `“${name}” holds ${what.en}` },
          detail: toFileDetail(found),
        }
      })
  },
})

const FINDINGS_MAX = 5
const KINDS: readonly SignKind[] = [
  'embedded-executable',
  'encoded-executable',
  'encoded-powershell',
]
const PLAIN: Bilingual = {
  ja: 'Windowsのプログラムが埋め込まれています。',
  en: 'a Windows program.',
}
const WHAT: Partial<Readonly<Record<SignKind, Bilingual>>> = {
  'encoded-executable': {
    ja: 'Windowsのプログラムが文字に変換されて埋め込まれています。',
    en: 'a Windows program written as text.',
  },
  'encoded-powershell': {
    ja: '符号化されたPowerShellの命令があります。',
    en: 'an encoded PowerShell command.',
  },
}

/** Programs carry further programs as installers do; what is written as text inside them is another matter. */
function isProgram(type: string): boolean {
  return type === 'application/vnd.microsoft.portable-executable'
}

function isPlain({ kind }: { readonly kind: SignKind }): boolean {
  return kind === 'embedded-executable'
}

import type { SignKind } from '../../files/file-reading.ts'
import { placeOfSign } from '../reading/places.ts'
import { findSignedFiles, toFileDetail } from '../reading/signed-files.ts'
import { toVisibleName } from '../reading/visible-name.ts'
import { defineTechnique } from '../technique.ts'
import { weighMacro } from './weigh-macro.ts'

/** A program written into a document, and a text that talks the reader into letting it run. */
export const macro = defineTechnique({
  id: 'macro',
  title: { ja: 'Office文書のマクロ', en: 'Macro in an Office document' },
  about: {
    ja: 'WordやExcelの文書にマクロ（小さなプログラム）を仕込み、「コンテンツの有効化」などを押させて動かし、ウイルスを取り込ませる手口です。文書を開いただけで動くものや、隠したシートに書かれたものもあります。',
    en: 'A Word or Excel document carries a macro, a small program. The reader is talked into pressing “Enable Content”, and the macro then fetches malware. Some start when the document is opened, some hide in sheets that are not shown.',
  },
  attack: ['T1566.001', 'T1204.002', 'T1059.005'],
  weight: 'strong',
  innocent: [
    {
      ja: '見積書や申請書などの様式には、計算や入力補助のための正当なマクロが入っていることがあります。',
      en: 'Forms for quotations and applications carry honest macros that calculate or help with filling in.',
    },
  ],
  blindSpots: [
    {
      ja: 'マクロは動かさずに読むだけなので、実行時に組み立てられる命令のすべては見えません。',
      en: 'Macros are read and not run: commands put together at run time are seen only in part.',
    },
    {
      ja: 'ソースを消してコンパイル済みのコードだけを残したマクロの中身は読めません。',
      en: 'A macro whose source was removed and only its compiled code left cannot be read.',
    },
    {
      ja: 'メールのリンク先からダウンロードされる文書は調べられません。',
      en: 'Documents that a link in the mail downloads are not seen.',
    },
  ],
  advice: {
    ja: '「コンテンツの有効化」「編集を有効にする」を押さず、送り主に電話などで確認してください。押してしまった場合は、端末をネットワークから切り離して窓口に連絡してください。',
    en: 'Do not press “Enable Content” or “Enable Editing”; ask the sender by telephone. If you have, disconnect the machine and report it.',
  },
  source: '2019Q1 §7',

  detect(message, { artefacts }) {
    return findSignedFiles(artefacts, KINDS)
      .flatMap((found) => {
        const weighed = weighMacro(found.signs)
        if (weighed === undefined) return []
        const name = toVisibleName(found.file)
        return {
          weight: weighed.weight,
          where: placeOfSign(message, found.file, weighed.sign),
          say: {
            ja: `「${name}」に${weighed.say.ja}`,
            en: `“${name}” ${weighed.say.en}`,
          },
          detail: toFileDetail(found),
        }
      })
      .slice(0, FINDINGS_MAX)
  },
})

const FINDINGS_MAX = 5
const KINDS: readonly SignKind[] = [
  'vba-macro',
  'vba-auto-run',
  'vba-call',
  'xlm-macro',
  'enable-content-lure',
]

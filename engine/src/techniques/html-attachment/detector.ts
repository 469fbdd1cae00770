import type { Bilingual } from '../../bilingual.ts'
import type { Artefact } from '../../evidence/artefact.ts'
import { defang } from '../../refang.ts'
import { placeOfArtefact } from '../reading/places.ts'
import { toEnding } from '../tables/file-names.ts'
import { defineTechnique, type Weight } from '../technique.ts'

/** A web page comes as a file: no filter sees its address, and the browser runs it. */
export const htmlAttachment = defineTechnique({
  id: 'html-attachment',
  title: { ja: 'HTMLの添付', en: 'Web page as attachment' },
  about: {
    ja: 'HTMLやSVGのファイルを添付し、開いた人を偽サイトへ移動させる、その場でパスワードを入力させる、中に隠したファイルを取り出させるなどの手口です。',
    en: 'An HTML or SVG file is attached. Opened, it sends the reader to a fake site, asks for a password on the spot, or unpacks a file hidden inside.',
  },
  attack: ['T1566.001', 'T1027.006', 'T1598.002'],
  weight: 'medium',
  innocent: [
    {
      ja: '暗号化メールのサービスや帳票システムは、閲覧用のHTMLファイルを添付することがあります。',
      en: 'Encrypted-mail services and reporting systems attach HTML files for viewing.',
    },
  ],
  blindSpots: [
    {
      ja: '難読化されたスクリプトの中身は実行せず、書かれている言葉だけを見ています。',
      en: 'Scripts are not run; only what is written in them is read.',
    },
  ],
  advice: {
    ja: '添付のHTMLを開かず、開いてしまった場合は何も入力せずに閉じてください。',
    en: 'Do not open attached web pages; if you have, close them without typing anything.',
  },
  source: '2017Q3 図6',

  detect(message, { artefacts }) {
    return artefacts
      .filter((one) => one.kind === 'attachment' || one.kind === 'archive-member')
      .filter(isWebPage)
      .slice(0, FINDINGS_MAX)
      .map((artefact) => {
        const source = readSource(artefact)
        const facts = FACTS.filter(({ sign }) => sign.test(source))
        return {
          weight: weigh(facts),
          where: placeOfArtefact(message, artefact),
          say: describe(artefact, facts, findTargetHost(source)),
        }
      })
  },
})

const FINDINGS_MAX = 5
/** Bytes of a page that are read for signs: lures are small, and padding is put behind them. */
const SOURCE_BYTES_MAX = 1024 * 1024

function isWebPage({ fileName = '', type, declaredType = '' }: Artefact): boolean {
  if (/^(?:html?|shtml?|xhtml?|xht|svgz?|mht|mhtml|hta)$/.test(toEnding(fileName))) return true
  return (
    fileName !== '' &&
    /^(?:text\/html|application\/xhtml\+xml|image\/svg\+xml)$/.test(
      type.startsWith('text/plain') ? declaredType : type,
    )
  )
}

function readSource({ content }: Artefact): string {
  return Buffer.from(content?.subarray(0, SOURCE_BYTES_MAX) ?? []).toString('latin1')
}

interface Fact extends Bilingual {
  readonly sign: RegExp
  readonly points: number
}

const FACTS: readonly Fact[] = [
  {
    sign: /<input[^>]{0,300}type\s*=\s*["']?password/i,
    points: 3,
    ja: 'パスワードの入力欄',
    en: 'a password field',
  },
  {
    sign: /<form\b[^>]{0,500}action\s*=\s*["']?https?:/i,
    points: 2,
    ja: '外部へ送る入力フォーム',
    en: 'a form that posts to another site',
  },
  {
    sign: /\b(?:atob|unescape|fromCharCode|eval)\s*\(|decodeURIComponent\s*\(\s*escape/i,
    points: 3,
    ja: '隠した文字を復元するスクリプト',
    en: 'a script that restores hidden text',
  },
  {
    sign: /(?:window|document|top|self)?\.?location(?:\.href|\.replace|\.assign)?\s*(?:=|\()/i,
    points: 2,
    ja: '別のページへ移動させるスクリプト',
    en: 'a script that sends the reader elsewhere',
  },
  {
    sign: /http-equiv\s*=\s*["']?refresh/i,
    points: 2,
    ja: '自動の移動',
    en: 'an automatic redirect',
  },
  {
    sign: /new\s+Blob\s*\(|msSaveOrOpenBlob|\bdownload\s*=/i,
    points: 3,
    ja: 'ファイルをその場で組み立てる仕掛け',
    en: 'code that builds a file on the spot',
  },
  { sign: /<script\b|<foreignObject\b/i, points: 1, ja: 'スクリプト', en: 'a script' },
  { sign: /<iframe\b/i, points: 1, ja: '別ページの埋め込み', en: 'another page embedded' },
]

function weigh(facts: readonly Fact[]): Weight {
  const points = facts.reduce((sum, fact) => sum + fact.points, 0)
  if (points >= 3) return 'strong'
  return points > 0 ? 'medium' : 'weak'
}

function findTargetHost(source: string): string | undefined {
  const target =
    /(?:action|location(?:\.href)?|url|href)\s*=\s*["']?\s*(https?:\/\/[a-z0-9.-]{4,253})/i.exec(
      source,
    )
  return target?.[1] === undefined ? undefined : URL.parse(target[1])?.hostname
}

function describe(artefact: Artefact, facts: readonly Fact[], host: string | undefined): Bilingual {
  const name = defang((artefact.fileName ?? 'HTML').slice(0, 80))
  const said = facts.filter((fact) => fact.points > 1 || facts.length === 1)
  if (said.length === 0)
    return {
      ja: `ウェブページのファイル「${name}」が添付されています。スクリプトや入力欄は見当たりません。`,
      en: `A web page, “${name}”, is attached. It holds no script and no form.`,
    }
  const ja = said.map((fact) => fact.ja).join('、')
  const en = said.map((fact) => fact.en).join(', ')
  return {
    ja: `添付のウェブページ「${name}」に、${ja}があります。${host ? `行き先は ${defang(host)} です。` : ''}`,
    en: `The attached web page “${name}” holds ${en}.${host ? ` It leads to ${defang(host)}.` : ''}`,
  }
}

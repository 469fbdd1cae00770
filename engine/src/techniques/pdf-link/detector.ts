import type { Artefact } from '../../evidence/artefact.ts'
import type { Link, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import {
  type DoubtfulTarget,
  joinDoubts,
  readDoubtfulTarget,
  toUrlDetail,
} from '../reading/doubtful-target.ts'
import { isListMail } from '../reading/mail-kind.ts'
import { placeOfArtefact } from '../reading/places.ts'
import {
  defineTechnique,
  type FindingDraft,
  type TechniqueContext,
  type Weight,
} from '../technique.ts'

/** The mail is clean and the document is clean; what the document links is not. */
export const pdfLink = defineTechnique({
  id: 'pdf-link',
  title: { ja: 'PDFに仕掛けたリンク', en: 'Trap link inside a PDF' },
  about: {
    ja: 'PDFの中にボタンや絵を置き、そのリンクから偽のサインイン画面や不正なファイルに誘導する手口です。メール本文にはURLがないため、本文を調べるフィルターを通り抜けます。',
    en: 'A PDF shows a button or a picture whose link goes to a fake sign-in page or a malicious file. The mail itself holds no address, so filters that read it see nothing.',
  },
  attack: ['T1566.001', 'T1204.001', 'T1598.002'],
  weight: 'medium',
  innocent: [
    {
      ja: '請求書やカタログのPDFには、発行した会社のサイトへのリンクが入っています。',
      en: 'Invoices and catalogues in PDF link to the site of the company that made them.',
    },
  ],
  blindSpots: [
    {
      ja: 'パスワードの分からないPDFのリンクは読み取れません。',
      en: 'Links of a PDF whose password is not known cannot be read.',
    },
  ],
  advice: {
    ja: 'PDFの中のボタンやリンクを押さず、送信者に別の方法で確認してください。',
    en: 'Do not press buttons or links inside the PDF; ask the sender by another way.',
  },
  source: '2017Q3 §4; 2020Q1 §6',

  detect(message, context) {
    const documents = context.artefacts.filter(({ type }) => type === 'application/pdf')
    if (documents.length === 0 || isListMail(message)) return []
    return documents
      .slice(0, DOCUMENTS_MAX)
      .flatMap((document) => readDocument(message, document, context) ?? [])
  },
})

const DOCUMENTS_MAX = 5
const LINKS_MAX = 50
/** A page with less text than this is little more than its button. */
const LURE_CHARS_MAX = 900
/** Share of a page, in hundredths, that a link covers when the page itself is the button. */
const BUTTON_SHARE_MIN = 25

const INVITING =
  /(?:open|view|review|access|download|get|see|click|sign|unlock|preview|retrieve)\b.{0,40}(?:here|document|file|invoice|statement|message|pdf|online|button|below|below to)|one\s?drive|share\s?point|docu\s?sign|secure(?:d)?\s+(?:document|file|message|pdf)|password\s+protected|(?:ここ|こちら)を?クリック|(?:文書|書類|ファイル|請求書|明細|内容)を?(?:開く|表示|閲覧|確認する|ダウンロード)|サインイン|ログインして/i

interface Reading {
  readonly isLittle: boolean
  readonly isInviting: boolean
  readonly isButton: boolean
  /** Something that acts when the document is opened. */
  readonly actsByItself: boolean
}

function readDocument(
  message: Message,
  document: Artefact,
  context: TechniqueContext,
): FindingDraft | undefined {
  const links = context.links.filter(
    ({ path, kind }) => path === document.path && (kind === 'document' || kind === 'form'),
  )
  const reading = readLure(document)
  const places = links
    .slice(0, LINKS_MAX)
    .flatMap((link) => toPlace(message, link, context) ?? [])
    .toSorted((a, b) => b.place.doubts.length - a.place.doubts.length)
  const [worst] = places
  const weight = worst === undefined ? undefined : weigh(worst.place, reading, links.length)
  if (worst === undefined || weight === undefined) return undefined
  return {
    weight,
    where: { ...placeOfArtefact(message, document), excerpt: worst.link.url.slice(0, 200) },
    say: describe(document, worst.place, reading),
    detail: toUrlDetail(document.fileName ?? 'PDF', worst.place),
  }
}

function toPlace(
  message: Message,
  link: Link,
  context: TechniqueContext,
): { readonly link: Link; readonly place: DoubtfulTarget } | undefined {
  const place = readDoubtfulTarget(message, link, context)
  return place === undefined ? undefined : { link, place }
}

function readLure({ reading }: Artefact): Reading {
  const { text = '', facts = [], signs = [] } = reading ?? {}
  const fact = (name: string) =>
    Number.parseInt(facts.find((one) => one.name === name)?.value ?? '', 10)
  const chars = text.replace(/\s+/g, '').length
  return {
    isLittle: chars <= LURE_CHARS_MAX && (fact('pages') || 1) <= 2,
    isInviting: INVITING.test(text.slice(0, 5_000)),
    isButton: fact('largest-link') >= BUTTON_SHARE_MIN,
    actsByItself: signs.some(({ kind }) => kind === 'pdf-open-action' || kind === 'pdf-launch'),
  }
}

/**
 * Strict, for ordinary invoices link to strangers as well: only a document that is little but a way
 * to its link counts, and one that leads to a doubtful place on top of it counts more.
 */
function weigh(place: DoubtfulTarget, reading: Reading, linkCount: number): Weight | undefined {
  const { isLittle, isInviting, isButton, actsByItself } = reading
  const isDoubtful = place.doubts.length > 0
  const isLure = isLittle && linkCount <= 4 && (isButton || isInviting)
  if (place.tokens.length > 0 && (isLure || isInviting)) return 'strong'
  if (isDoubtful && (isLure || actsByItself)) return 'strong'
  if (isButton && isLittle && linkCount <= 2) return 'medium'
  if (place.tokens.length > 0) return 'medium'
  if (isLure || isDoubtful) return 'weak'
  return undefined
}

function describe(document: Artefact, place: DoubtfulTarget, reading: Reading) {
  const name = defang((document.fileName ?? 'PDF').slice(0, 80))
  const host = defang(place.host)
  const doubts = joinDoubts(place.doubts)
  const ja = reading.isLittle
    ? `PDF「${name}」には文がほとんどなく、${host} へのリンクを押させる作りです。`
    : `PDF「${name}」に、${host} へのリンクがあります。`
  const en = reading.isLittle
    ? `The PDF “${name}” is little more than a link to ${host}.`
    : `The PDF “${name}” links to ${host}.`
  return { ja: `${ja}${doubts.ja}`, en: `${en}${doubts.en}` }
}

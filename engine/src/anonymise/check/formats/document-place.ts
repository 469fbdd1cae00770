import type { Bilingual } from '../../../bilingual.ts'
import { DOCUMENT_LIMITS } from './limits.ts'

/** What a step of a place is called; `{}` stands for its name or number. */
const WORDS = {
  'app-property': { ja: 'アプリケーションのプロパティ {}', en: 'app properties: {}' },
  attachment: { ja: '添付ファイル {}', en: 'attachment {}' },
  attribute: { ja: '属性 {}', en: 'attribute {}' },
  bytes: { ja: 'ファイル全体', en: 'whole file' },
  cell: { ja: 'セル {}', en: 'cell {}' },
  chunk: { ja: 'データ領域 {}', en: 'chunk {}' },
  column: { ja: '{}列目', en: 'column {}' },
  comment: { ja: 'コメント', en: 'comment' },
  'core-property': { ja: '文書のプロパティ {}', en: 'core properties: {}' },
  'custom-property': { ja: 'ユーザー設定のプロパティ {}', en: 'custom properties: {}' },
  declaration: { ja: '宣言', en: 'declaration' },
  directory: {
    ja: '書庫の目録（名前・注記・付加情報）',
    en: 'archive directory (names, comments, extra fields)',
  },
  'document-property': { ja: '文書情報 {}', en: 'document information: {}' },
  element: { ja: '要素 {}', en: 'element {}' },
  exif: { ja: 'EXIF {}', en: 'EXIF {}' },
  'file-name': { ja: 'ファイル名', en: 'file name' },
  frame: { ja: '書式の外側', en: 'outside the parts' },
  header: { ja: 'ヘッダー {}', en: 'header {}' },
  iptc: { ja: 'IPTC', en: 'IPTC' },
  key: { ja: '項目名 {}', en: 'key {}' },
  line: { ja: '{}行目', en: 'line {}' },
  member: { ja: '{}', en: '{}' },
  object: { ja: 'オブジェクト {}', en: 'object {}' },
  outline: { ja: 'しおり', en: 'outline' },
  annotation: { ja: '注釈', en: 'annotation' },
  page: { ja: '{}ページ', en: 'page {}' },
  paragraph: { ja: '第{}段落', en: 'paragraph {}' },
  part: { ja: 'パート {}', en: 'part {}' },
  picture: { ja: '画像', en: 'picture' },
  'picture-comment': { ja: '画像のコメント', en: 'picture comment' },
  'picture-text': { ja: '画像の文字情報 {}', en: 'picture text {}' },
  'qr-code': { ja: 'QRコード', en: 'QR code' },
  revision: { ja: '第{}版（上書き保存の前）', en: 'earlier revision {}' },
  row: { ja: '{}行目', en: 'row {}' },
  script: { ja: 'スクリプト', en: 'script' },
  stream: { ja: 'ストリーム', en: 'stream' },
  style: { ja: 'スタイル', en: 'style' },
  text: { ja: '本文', en: 'text' },
  thumbnail: { ja: 'サムネイル', en: 'thumbnail' },
  'tracked-change': { ja: '変更履歴の削除', en: 'tracked deletion' },
  'trailing-bytes': { ja: '末尾の余分なデータ', en: 'bytes behind the end' },
  value: { ja: '値 {}', en: 'value {}' },
  xmp: { ja: 'XMP', en: 'XMP' },
} as const satisfies Record<string, Bilingual>

export type PlaceKind = keyof typeof WORDS

/** One step into a document; a name may be hostile text. */
export interface PlaceStep {
  readonly kind: PlaceKind
  readonly name?: string | number
}

/** Where something stands in a document, from the outside in. */
export type DocumentPlace = readonly PlaceStep[]

/** `word/document.xml, paragraph 4`, for people. */
export function renderPlace(place: DocumentPlace): Bilingual {
  const say = (language: keyof Bilingual) =>
    place.map((step) => sayStep(step, language)).join(language === 'ja' ? '、' : ', ')
  return { ja: say('ja'), en: say('en') }
}

function sayStep({ kind, name = '' }: PlaceStep, language: keyof Bilingual): string {
  const shown = String(name).slice(0, DOCUMENT_LIMITS.placeCharsMax)
  return WORDS[kind][language].replace('{}', () => shown).trim()
}

/** Whether a place lies in another, or is the same. */
export function isInside(place: DocumentPlace, outer: DocumentPlace): boolean {
  return outer.every(({ kind, name }, at) => {
    const step = place[at]
    return step?.kind === kind && step.name === name
  })
}

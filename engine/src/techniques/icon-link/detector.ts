import type { Link, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { joinDoubts, readDoubtfulTarget, toUrlDetail } from '../reading/doubtful-target.ts'
import { isListMail, isNewsletter } from '../reading/mail-kind.ts'
import { placeOfLink } from '../reading/places.ts'
import { TRUSTED_ENDINGS, toEnding } from '../tables/file-names.ts'
import { defineTechnique, type FindingDraft, type TechniqueContext } from '../technique.ts'

/** It looks like an attachment, and is a link to somebody's site. */
export const iconLink = defineTechnique({
  id: 'icon-link',
  title: { ja: '添付に見せかけたリンク', en: 'Link dressed up as an attachment' },
  about: {
    ja: '本文にPDFやWordのアイコンの画像やファイル名を並べ、添付ファイルのように見せて、クリックすると外部のサイトを開かせる手口です。添付を装うため、受信者はリンクだと気づきません。',
    en: 'Pictures of PDF or Word icons, or file names, in the body look like an attachment. They are links: the click opens a site elsewhere, and the reader thinks of a file.',
  },
  attack: ['T1566.002', 'T1204.001', 'T1598.003'],
  weight: 'medium',
  innocent: [
    {
      ja: '大容量ファイルの送信サービスやクラウドの共有は、ファイル名をリンクにして知らせます。',
      en: 'Services for large files and cloud shares announce a file by its linked name.',
    },
  ],
  blindSpots: [
    {
      ja: '代替テキストもファイル名もない、絵だけのアイコンは見分けられません。',
      en: 'An icon that is only a picture, with neither name nor text, is not told apart.',
    },
  ],
  advice: {
    ja: '添付に見えるものを押す前に、カーソルを重ねて行き先を確かめてください。',
    en: 'Before opening what looks like an attachment, hover over it and see where it leads.',
  },
  source: '2017Q3 図2, 図4',

  detect(message, context) {
    if (!hasHtmlAnchor(message) || isListMail(message) || isNewsletter(message)) return []
    const found = new Map<string, FindingDraft>()
    for (const link of message.links) {
      const draft = readLink(message, link, context)
      if (draft !== undefined && !found.has(draft.say.en)) found.set(draft.say.en, draft)
      if (found.size >= FINDINGS_MAX) break
    }
    return [...found.values()]
  },
})

const FINDINGS_MAX = 3
const TEXT_CHARS_MAX = 160
/** A file name with an ending that people trust, perhaps with its size behind it. */
const FILE_NAME =
  /^(?:[^\p{L}\p{N}]{0,3}|\S{1,12}[:：]\s{0,3})([^\n/\\<>"|?*]{1,100}\.[a-z]{2,4})(?:\s{0,5}[(（[]?\s{0,3}[\d.,]{1,8}\s{0,3}[KMG]i?B?\s{0,3}[)）\]]?)?\s{0,3}(?:ダウンロード|開く|表示|download|open|view|preview)?$/iu
/** What an icon is called in its alternative text or its file. */
const ICON =
  /(?:^|[\s_/-])(?:pdf|word|excel|docx?|xlsx?|acrobat|adobe|attachment|添付)(?:[\s_-]?(?:icon|logo|file|document|アイコン|ファイル))(?:$|[\s_.-])/i

function hasHtmlAnchor({ links }: Message): boolean {
  return links.some(({ kind, text = '' }) => kind === 'anchor' && text !== '')
}

function readLink(
  message: Message,
  link: Link,
  context: TechniqueContext,
): FindingDraft | undefined {
  const text = (link.text ?? '').trim()
  if (link.kind !== 'anchor' || text === '' || text.length > TEXT_CHARS_MAX) return undefined
  const name = readFileName(text)
  const isIcon = name === undefined && ICON.test(text)
  if (name === undefined && !isIcon) return undefined
  if (name !== undefined && isAttached(name, context)) return undefined
  const place = readDoubtfulTarget(message, link, context)
  if (place === undefined) return undefined
  // The name of a file behind an address that ends in that name is an honest download.
  const isHonest = name !== undefined && endsInName(place.target, name)
  if (isHonest && place.doubts.length === 0) return undefined
  const host = defang(place.host)
  const doubts = joinDoubts(place.doubts)
  const shown = defang(text.slice(0, 80))
  return {
    weight: place.doubts.length > 0 && !isHonest ? 'strong' : isHonest ? 'weak' : 'medium',
    where: placeOfLink(message, link),
    say: {
      ja: `「${shown}」は添付ファイルのように見えますが、${host} へのリンクです。${doubts.ja}`,
      en: `“${shown}” looks like an attachment but is a link to ${host}.${doubts.en}`,
    },
    detail: toUrlDetail(text, place),
  }
}

function readFileName(text: string): string | undefined {
  const name = FILE_NAME.exec(text)?.[1]?.trim()
  if (name === undefined || /^(?:https?:|www\.)/i.test(name) || name.includes('@')) return undefined
  return TRUSTED_ENDINGS.has(toEnding(name)) && toEnding(name) !== 'html' ? name : undefined
}

function isAttached(name: string, { artefacts }: TechniqueContext): boolean {
  const folded = name.toLowerCase()
  return artefacts.some(({ fileName }) => fileName?.toLowerCase() === folded)
}

function endsInName(target: string, name: string): boolean {
  const path = URL.parse(target)?.pathname ?? ''
  try {
    const written = decodeURIComponent(path).toLowerCase()
    return written.endsWith(name.toLowerCase()) || toEnding(written) === toEnding(name)
  } catch {
    return false
  }
}

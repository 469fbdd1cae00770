import { toOrganisation } from './evidence/headers/organisation.ts'
import type { ByteRange, Link, Message, Part } from './evidence/message.ts'
import { readPageLines } from './evidence/quotes/page-lines.ts'
import { toTextLines } from './evidence/quotes/quote-line.ts'
import { isEverybodysDomain } from './everybodys/is-everybodys-domain.ts'
import { isClicked } from './find-quoted-links.ts'
import { organisationOfUrl, unwrapLink } from './techniques/url/unwrap-url.ts'

/** Lines with letters at either end of a mail; of a short one at most a third. */
const EDGE_LINES = 3
const CHARS_MAX = 500_000

/**
 * Links in the first or last lines of a mail to an organisation that it leads to nowhere else, while its other links lead
 * to others. Gateways, mailing lists and whoever passes a mail on write there, in words that no list holds; so may the
 * sender. What a mail leads to alone is the sender's wherever it stands.
 */
export function findEdgeLinks(
  { links, parts }: Pick<Message, 'links' | 'parts'>,
  received: ReadonlyMap<Link, unknown>,
): readonly Link[] {
  const ofPath = new Map(parts.map((part) => [part.path, part]))
  const middles = new Map<string, ByteRange | undefined>()
  const middleOf = (path: string): ByteRange | undefined => {
    if (!middles.has(path)) middles.set(path, findMiddle(ofPath.get(path)))
    return middles.get(path)
  }
  const isSaid = (link: Link): boolean =>
    isClicked(link) && !received.has(link) && ofPath.get(link.path)?.fileName === undefined
  const byOrganisation = Map.groupBy(links.filter(isSaid), toTargetOrganisation)
  for (const link of received.keys()) byOrganisation.delete(toTargetOrganisation(link))
  if (byOrganisation.size < 2) return []
  return [...byOrganisation].flatMap(([organisation, own]) => {
    if (organisation === '' || isEverybodysDomain(organisation)) return []
    // A text that is too short to have a middle, beside a page that has one, says nothing of where its links stand.
    const places = own.flatMap(({ path, textRange: { end } }) => {
      const middle = middleOf(path)
      // By its end: the tag of a page's link stands before the line that it begins.
      return middle === undefined ? [] : [end > middle.start && end <= middle.end]
    })
    return places.length > 0 && !places.includes(true) ? own : []
  })
}

/** Empty where a rewritten link does not tell where it leads. */
function toTargetOrganisation(link: Link): string {
  const { target, targetHost = '' } = unwrapLink(link)
  return (target === undefined ? toOrganisation(targetHost) : organisationOfUrl(target)) ?? ''
}

/** What stands between the first and the last lines; undefined for a text that is too short to have a middle. */
function findMiddle(part: Part | undefined): ByteRange | undefined {
  const text = part?.text?.slice(0, CHARS_MAX)
  if (part === undefined || text === undefined) return undefined
  const isPage = /^text\/html$/iu.test(part.type)
  const lines = isPage ? readPageLines(text).lines : toTextLines(text)
  const filled = lines.flatMap((line, at) => (line.text.trim() === '' ? [] : [at]))
  const count = Math.min(EDGE_LINES, Math.floor(filled.length / 3))
  if (count < 1) return undefined
  const [first, last] = [filled[count] ?? 0, filled.at(-count) ?? 0]
  return { start: lines[first]?.start ?? 0, end: lines[last]?.start ?? text.length }
}

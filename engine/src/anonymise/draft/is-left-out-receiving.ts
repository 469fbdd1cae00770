import type { Indicator } from '../../evidence/artefact.ts'
import type { CaseMail } from './case-record.ts'
import { ask, type Draft } from './indicator-draft.ts'
import { listMailPlaces, OWN_PLACES, toPlace } from './mail-places.ts'
import { isRegisteredPlace } from './is-registered-place.ts'

/**
 * Whether a value stays inside since its sender may not have written it. A link in a quote, a notice, a signature or a
 * mail of the provider's is the recipient's, its gateway's or a partner's, and gives them away (T17); but a sender may
 * write each of these forms around his own link to keep it off every list, so that a person is asked. The question is
 * about what stands there: a received mail that says the place openly keeps its own, or a report of the attack would take
 * the attacker's places out, and frees no other's, or planted mails would publish a quotation.
 */
export function isLeftOutReceiving(indicator: Indicator, mail: CaseMail, draft: Draft): boolean {
  const { type, context } = indicator
  if (type === 'subject' || type === 'sha256' || type === 'file-name') return false
  const place = toPlace(indicator)
  const question = place === undefined ? undefined : draft.doubtful.questionOf(place)
  const isOut =
    question !== undefined && place !== undefined && isAbout(place, context, mail, draft)
      ? ask(question, draft, place) !== 'keep'
      : isKnown(indicator, place, mail, draft)
  if (isOut) draft.omitted.add(context === 'quoted-link' ? 'quoted-mail' : 'identifying-domains')
  return isOut
}

/** Contexts in which a link stands where the receiving side may have written it. */
export const RECEIVING: ReadonlySet<string> = new Set(['quoted-link', 'banner-link', 'below-link'])

/** Whether the question about a place is about this value of it: what a mail is sent from is no gateway's page. */
const isAbout = (
  place: string,
  context: string,
  mail: CaseMail,
  { doubtful }: Pick<Draft, 'doubtful'>,
): boolean =>
  RECEIVING.has(context) ||
  doubtful.isOwn(mail) ||
  (doubtful.isOfCase(place) && !listMailPlaces(mail).senders.has(place))

/** What is known to be somebody's, or stands alone for nobody, is drafted from no such part, whatever a person says. */
function isKnown(
  { context, value }: Indicator,
  place: string | undefined,
  mail: CaseMail,
  { doubtful, redactor, registered }: Draft,
): boolean {
  const isIn = RECEIVING.has(context) || (OWN_PLACES.has(context) && doubtful.isOwn(mail))
  if (!isIn || listMailPlaces(mail).said.has(place ?? value)) return false
  return place === undefined || isRegisteredPlace(place, [redactor.context.owners, registered])
}

import type { Indicator } from '../../evidence/artefact.ts'
import type { CaseMail } from './case-record.ts'
import { ask, type Draft } from './indicator-draft.ts'
import { isHanded, listMailPlaces, OWN_PLACES, RECEIVING, toPlace } from './mail-places.ts'
import { isRegisteredPlace } from './is-registered-place.ts'

/**
 * Whether a value stays inside since its sender may not have written it. A link in a quote, a notice, a signature or a
 * mail of the provider's is the recipient's, its gateway's or a partner's, and gives them away (T17); but a sender may
 * write each of these forms around his own link to keep it off every list, so that a person is asked. The question is
 * about what stands there: another received mail that says the place openly keeps its own, or a report of the attack would
 * take the attacker's places out, and frees no other's, or planted mails would publish a quotation.
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

/**
 * Whether the question about a place is about this value of it. In the mail that leaves it in doubt it is about all that
 * stands there: the gateway that wrote a notice also rewrites links, and a partner who is quoted has his signature copied.
 * What a mail is sent from is no gateway's page.
 */
function isAbout(
  place: string,
  context: string,
  mail: CaseMail,
  { doubtful }: Pick<Draft, 'doubtful'>,
): boolean {
  if (RECEIVING.has(context) || doubtful.isOwn(mail) || isHanded(context, mail)) return true
  const { from, received } = listMailPlaces(mail)
  return (doubtful.isOfCase(place) || received.has(place)) && !from.has(place)
}

/**
 * What is the provider's, or stands alone for nobody, is drafted from no such part, whatever a person says. A member that
 * is no provider may have been taken over: that is asked about as it is of what stands openly.
 */
function isKnown(
  { context }: Indicator,
  place: string | undefined,
  mail: CaseMail,
  { doubtful, redactor }: Draft,
): boolean {
  const isIn = RECEIVING.has(context) || (OWN_PLACES.has(context) && doubtful.isOwn(mail))
  return isIn && (place === undefined || isRegisteredPlace(place, [redactor.context.owners]))
}

import type { Indicator } from '../../evidence/artefact.ts'
import { memoise } from '../../memoise.ts'
import { type QuestionDraft, toQuestionId } from '../question.ts'
import {
  bannerPlaceQuestion,
  belowPlaceQuestion,
  ownPlaceQuestion,
  quotedPlaceQuestion,
} from '../redact/receiving-questions.ts'
import type { CaseMail } from './case-record.ts'
import { ask, type Draft } from './indicator-draft.ts'
import { isOwnMail } from './is-own-mail.ts'
import { type AskedPlace, listMailPlaces, OWN_PLACES, toPlace } from './mail-places.ts'

/** A mail that quotes more places is asked about once: a thread's signatures name many. */
const PLACES_ALONE_MAX = 3

/** What is asked about a link that somebody of the receiving side may have written. */
const QUESTIONS: Readonly<Record<AskedPlace, (places: readonly string[]) => QuestionDraft>> = {
  'own-link': ownPlaceQuestion,
  'quoted-link': quotedPlaceQuestion,
  'banner-link': bannerPlaceQuestion,
  'below-link': belowPlaceQuestion,
}
const ASKED = ['own-link', 'quoted-link', 'banner-link', 'below-link'] as const

/**
 * Whether a link stays inside that a mail holds only where its sender may not have written it. It is the recipient's, its
 * gateway's or a partner's, and gives them away (T17); but a sender may write the form of a quote, a notice or a
 * signature around his own link to keep it off every list. A person is asked, and one answer is for the place in every
 * mail of the case. What more mails say openly than do not is the attacker's; what is somebody's known is his.
 */
export function isLeftOutReceiving(indicator: Indicator, mail: CaseMail, draft: Draft): boolean {
  const { type, context } = indicator
  if (type === 'subject' || type === 'sha256' || type === 'file-name') return false
  const place = toPlace(indicator)
  const question = place === undefined ? undefined : questionsOf(draft).get(place)
  const isIn = isReceiving(context, mail, draft)
  if (question !== undefined && ask(question, draft, place) === 'keep') return false
  const isSaid = listMailPlaces(mail).said.has(place ?? indicator.value)
  const isOut = question !== undefined || (isIn && !isSaid && isSomebodys(place, draft))
  if (isOut) draft.omitted.add(context === 'quoted-link' ? 'quoted-mail' : 'identifying-domains')
  return isOut
}

const isReceiving = (context: string, mail: CaseMail, draft: Draft): boolean =>
  Object.hasOwn(QUESTIONS, context) ||
  (OWN_PLACES.has(context) && isOwnMail(mail, draft.redactor.context.owners))

/** What is known to be somebody's, or stands alone for nobody, is drafted from no such part, whatever a person says. */
const isSomebodys = (
  place: string | undefined,
  { registered, redactor: { context } }: Draft,
): boolean => {
  const host = place?.split('/', 1)[0]
  return (
    host === undefined ||
    context.owners.ofDomain(host) !== undefined ||
    registered.ofDomain(host) !== undefined
  )
}

/** The question about each place of a case that its mails leave in doubt. */
const questionsOf = memoise((draft: Draft): ReadonlyMap<string, QuestionDraft> => {
  const { mails } = draft.record
  const asked = new Map<string, QuestionDraft>()
  const counts = new Map<string, number>()
  for (const mail of mails) {
    const inDoubt = askAboutPlaces(mail, draft)
    for (const [place, question] of inDoubt) {
      if (!asked.has(place)) asked.set(place, question)
      counts.set(place, (counts.get(place) ?? 0) + 1)
    }
    for (const place of listMailPlaces(mail).said)
      if (!inDoubt.has(place)) counts.set(place, (counts.get(place) ?? 0) - 1)
  }
  const { decisions } = draft.record
  return new Map(
    [...asked].filter(([place, question]) => {
      const isOpen = (counts.get(place) ?? 0) < 0 && question.kind !== OWN_KIND
      return !isOpen || Object.hasOwn(decisions, toQuestionId(question.kind, place))
    }),
  )
})
const OWN_KIND = ownPlaceQuestion([]).kind

/** Of one mail; in an own one every place is in doubt. */
function askAboutPlaces(mail: CaseMail, draft: Draft): ReadonlyMap<string, QuestionDraft> {
  const places = listMailPlaces(mail)
  const isOwn = isOwnMail(mail, draft.redactor.context.owners)
  const found = new Map<string, QuestionDraft>()
  for (const context of ASKED) {
    if (context === 'own-link' && !isOwn) continue
    const inDoubt = [...places[context]].filter(
      (place) => !isSomebodys(place, draft) && (isOwn || !places.said.has(place)),
    )
    const isMany = inDoubt.length > PLACES_ALONE_MAX
    for (const place of inDoubt)
      if (!found.has(place)) found.set(place, QUESTIONS[context](isMany ? inDoubt : [place]))
  }
  return found
}

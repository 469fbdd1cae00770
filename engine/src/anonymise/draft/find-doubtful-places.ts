import { type Decisions, type QuestionDraft, toQuestionId } from '../question.ts'
import type { Owners } from '../redact/owners.ts'
import {
  bannerPlaceQuestion,
  belowPlaceQuestion,
  edgePlaceQuestion,
  handedPlaceQuestion,
  ownPlaceQuestion,
  quotedPlaceQuestion,
} from '../redact/receiving-questions.ts'
import type { Elsewhere } from '../redact/elsewhere.ts'
import type { CaseMail, CaseRecord } from './case-record.ts'
import { isOwnMail } from './is-own-mail.ts'
import { type AskedPlace, listMailPlaces } from './mail-places.ts'

/** The places of a case that stand where somebody of the receiving side may have written them. */
export interface DoubtfulPlaces {
  readonly questionOf: (place: string) => QuestionDraft | undefined
  /** Whether the answer is for what other mails say openly, too. */
  readonly isOfCase: (place: string) => boolean
  readonly isOwn: (mail: CaseMail) => boolean
}

/** A mail that quotes more places is asked about once: a thread's signatures name many. */
const PLACES_ALONE_MAX = 3

const QUESTIONS = {
  'own-link': ownPlaceQuestion,
  'banner-link': bannerPlaceQuestion,
  'handed-link': handedPlaceQuestion,
  'quoted-link': quotedPlaceQuestion,
  'below-link': belowPlaceQuestion,
  'edge-link': edgePlaceQuestion,
} as const satisfies Readonly<Record<AskedPlace, typeof ownPlaceQuestion>>

const KINDS: Readonly<Record<AskedPlace, string>> = {
  'own-link': ownPlaceQuestion([]).kind,
  'banner-link': bannerPlaceQuestion([]).kind,
  'handed-link': handedPlaceQuestion([]).kind,
  'quoted-link': quotedPlaceQuestion([]).kind,
  'below-link': belowPlaceQuestion([]).kind,
  'edge-link': edgePlaceQuestion([]).kind,
}

/** The strictest first: it is asked, whichever mail came first. */
const STRICTNESS = [
  'own-link',
  'banner-link',
  'handed-link',
  'quoted-link',
  'below-link',
  'edge-link',
] as const

/**
 * What is known of one place: in which mail each doubt was met first, whether another received mail says it openly, and
 * whether one that leaves it in doubt does so beside that.
 */
interface Doubt {
  readonly place: string
  readonly mails: ReadonlyMap<AskedPlace, CaseMail>
  readonly isOpen: boolean
  readonly isHere: boolean
}

/** One question is about a place of a case, or about several of one mail; each mail is read once. */
export function findDoubtfulPlaces(
  { mails, decisions }: Pick<CaseRecord, 'mails' | 'decisions'>,
  owners: Owners,
  isSomebodys: (place: string) => boolean,
): DoubtfulPlaces {
  const own = new Set(mails.filter((mail) => isOwnMail(mail, owners)))
  const isOwn = (mail: CaseMail): boolean => own.has(mail)
  const doubts = listDoubts(mails, isOwn, isSomebodys)
  const questions = toQuestionOfPlace([...doubts.values()], decisions)
  return {
    questionOf: (place) => questions.get(place),
    isOfCase: (place) => isOfCase(doubts.get(place)),
    isOwn,
  }
}

/** A gateway's own page is its customer's wherever a mail leads there. */
const isOfCase = (doubt: Doubt | undefined): boolean => doubt?.mails.has('banner-link') === true

function listDoubts(
  mails: readonly CaseMail[],
  isOwn: (mail: CaseMail) => boolean,
  isSomebodys: (place: string) => boolean,
): ReadonlyMap<string, Doubt> {
  const met = new Map<string, Map<AskedPlace, CaseMail>>()
  const [open, here] = [new Set<string>(), new Set<string>()]
  for (const mail of mails) {
    const places = listMailPlaces(mail)
    // Only what it is sent from frees a place: a sender can write all else, and so can the receiving side.
    const isFree = (place: string): boolean => !isOwn(mail) && places.from.has(place)
    if (!isOwn(mail) && mail.isFile !== true)
      for (const place of places.said)
        (places.received.has(place) && !isFree(place) ? here : open).add(place)
    for (const context of STRICTNESS) {
      if (context === 'own-link' && !isOwn(mail)) continue
      for (const place of places[context]) {
        if (isSomebodys(place) || isFree(place)) continue
        const kinds = met.get(place) ?? new Map<AskedPlace, CaseMail>()
        met.set(place, kinds)
        if (!kinds.has(context)) kinds.set(context, mail)
      }
    }
  }
  return new Map(
    [...met].map(([place, kinds]) => [
      place,
      { place, mails: kinds, isOpen: open.has(place), isHere: here.has(place) },
    ]),
  )
}

/** What one mail leaves in doubt for one reason is asked about together, where it is much. */
function toQuestionOfPlace(
  doubts: readonly Doubt[],
  decisions: Decisions,
): ReadonlyMap<string, QuestionDraft> {
  const numbers = new Map<CaseMail | undefined, number>()
  const asked = doubts.map((doubt) => {
    const context = chooseDoubt(doubt, decisions)
    const mail = doubt.mails.get(context)
    const number = numbers.get(mail) ?? numbers.size
    numbers.set(mail, number)
    const elsewhere = toElsewhere(doubt)
    return { place: doubt.place, context, elsewhere, group: `${number} ${context} ${elsewhere}` }
  })
  const questions = new Map<string, QuestionDraft>()
  for (const group of Map.groupBy(asked, (one) => one.group).values()) {
    const places = group.map(({ place }) => place)
    const [{ context, elsewhere } = NONE] = group
    const ofAll =
      places.length > PLACES_ALONE_MAX ? QUESTIONS[context](places, elsewhere) : undefined
    for (const place of places)
      questions.set(place, ofAll ?? QUESTIONS[context]([place], elsewhere))
  }
  return questions
}
const NONE = { context: 'own-link', elsewhere: 'nowhere' } as const

/**
 * For which of its reasons a place is asked about. What a person left out for another one stays inside until he says
 * otherwise; what he published for a weaker one is asked about anew.
 */
function chooseDoubt({ place, mails }: Doubt, decisions: Decisions): AskedPlace {
  const met = STRICTNESS.filter((context) => mails.has(context))
  const [strictest = 'own-link'] = met
  const answerTo = (context: AskedPlace) => {
    const id = toQuestionId(KINDS[context], place)
    return Object.hasOwn(decisions, id) ? decisions[id] : undefined
  }
  if (answerTo(strictest) !== undefined) return strictest
  return met.find((context) => answerTo(context) === 'omit') ?? strictest
}

function toElsewhere(doubt: Doubt): Elsewhere {
  if (doubt.isOpen && isOfCase(doubt)) return 'open-of-case'
  if (doubt.isOpen) return doubt.isHere ? 'open-and-here' : 'open'
  if (doubt.isHere) return 'here'
  return doubt.mails.size > 1 ? 'in-doubt' : 'nowhere'
}

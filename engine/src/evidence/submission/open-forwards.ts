import { limits } from '../../limits.ts'
import { toOrganisation } from '../headers/organisation.ts'
import type { Message, Problem } from '../message.ts'
import { parseMessage } from '../parse-message.ts'
import { toProblem } from '../problem.ts'
import { compareCarried } from './compare-carried.ts'
import type { EvidenceFile, EvidenceMail } from './evidence-mail.ts'
import { type CarriedMails, findCarriedMails, QUOTED_PLACE } from './find-carried-mails.ts'
import type { ForwardRole } from './forward-role.ts'
import { nameForward } from './name-forward.ts'
import { type ForwardWeight, weighForward } from './weigh-forward.ts'

export interface ForwardOptions {
  readonly passwords: readonly string[]
  /** Known to be a forward, because of the mailbox it came to. */
  readonly isForward: boolean
  /** Domains that the provider has registered. */
  readonly ownDomains: readonly string[]
}

export interface OpenedForwards {
  readonly mails: readonly EvidenceMail[]
  readonly files: readonly EvidenceFile[]
  readonly problems: readonly Problem[]
  /** Sender of the outer mail, when that is a forward for certain and was left out. */
  readonly by?: string
}

/**
 * The mails to analyse in place of one that was handed in. Of what came to the hub's mailbox for forwards that is the mail
 * it passes on, and what that passes on again. Where an attacker may have made what looks like a forward, or somebody of the provider may
 * have written what looks like an attack, both are kept with their roles, and a person says which it is: taken for an
 * attack, an employee's own address would go out; taken for a forward, the attacker's would be lost.
 */
export function openForwards(mail: EvidenceMail, options: ForwardOptions): Promise<OpenedForwards> {
  const own = new Set(options.ownDomains.map((domain) => toOrganisation(domain.toLowerCase())))
  return openLevel(mail, { ...options, own, room: { mails: limits.submittedMailsMax } }, 1)
}

type Opening = ForwardOptions & {
  readonly own: ReadonlySet<string>
  /** Mails that may still be looked into. */
  readonly room: { mails: number }
}

async function openLevel(
  mail: EvidenceMail,
  opening: Opening,
  depth: number,
): Promise<OpenedForwards> {
  const alone = { mails: [mail], files: [], problems: [] }
  if (depth > limits.forwardsDepthMax) return alone
  opening.room.mails -= 1
  const outer = parseMessage(mail.bytes)
  const isOwn = opening.own.has(outer.from?.organisation ?? '')
  const opensArchives = opening.isForward || isOwn
  const carried = await findCarriedMails(outer, { ...opening, opensArchives })
  if (carried === undefined) return alone
  if (opening.isForward) {
    const inside = await openInner(mail, carried, { opening, isKept: false, depth })
    return { ...inside, by: outer.from?.address ?? '' }
  }
  const found = weighAll(outer, carried, opening.own)
  if (found === undefined) return alone
  const inside = await openInner(mail, carried, { opening, isKept: true, depth })
  const role = { by: nameForward(mail, outer), ...found }
  return {
    ...inside,
    mails: [
      addRole(mail, { place: 'outer', ...role }),
      ...inside.mails.map((one) => addRole(one, { place: 'inner', ...role })),
    ],
    problems: [toProblem('forward-or-attack', mail.path), ...inside.problems],
  }
}

interface Inside {
  readonly opening: Opening
  /** The outer mail is kept too, so that its place is taken. */
  readonly isKept: boolean
  readonly depth: number
}

/** Each mail inside, or what that passes on in turn. */
async function openInner(
  outer: EvidenceMail,
  carried: CarriedMails,
  { opening, isKept, depth }: Inside,
): Promise<OpenedForwards> {
  const found: OpenedForwards[] = []
  const taken = carried.mails.slice(0, Math.max(0, opening.room.mails))
  for (const one of taken) {
    const path = toPlace(outer.path, one.path, carried.isAttached || isKept)
    found.push(await openLevel({ ...one, path }, { ...opening, isForward: false }, depth + 1))
  }
  return {
    mails: found.flatMap(({ mails }) => mails),
    files: [...carried.files, ...found.flatMap(({ files }) => files)],
    problems: [
      ...carried.problems,
      ...(taken.length < carried.mails.length ? [toProblem('over-many-mails', outer.path)] : []),
      ...found.flatMap(({ problems }) => problems),
    ],
  }
}

/** A mail rebuilt from a quotation takes the place of the one that quotes it, where that is left out. */
function toPlace(outer: string, inner: string, isBelow: boolean): string {
  if (!isBelow) return outer
  return outer === '0' && inner !== QUOTED_PLACE ? inner : `${outer}/${inner}`
}

const addRole = (mail: EvidenceMail, role: ForwardRole): EvidenceMail => ({
  ...mail,
  roles: [...(mail.roles ?? []), role],
})

const STRONGEST: readonly ForwardWeight[] = ['likely', 'unlikely']

/** What the mail that tells most says of the one that holds them all; undefined where that is the evidence itself. */
function weighAll(
  outer: Message,
  { mails, isAttached }: CarriedMails,
  own: ReadonlySet<string>,
): Pick<ForwardRole, 'likely' | 'isReceiver' | 'hasMore'> | undefined {
  const inner = mails
    .slice(0, limits.forwardMailsWeighedMax)
    .map(({ bytes }) => parseMessage(bytes))
  const { isBare, hasMore } = compareCarried(outer, inner, isAttached)
  const weighed = inner.map((one) => weighForward({ outer, inner: one, isAttached, isBare, own }))
  const weight = STRONGEST.find((found) => weighed.some((one) => one.weight === found))
  if (weight === undefined) return undefined
  return {
    likely: weight === 'likely' ? 'passes-on' : 'attack',
    ...(weighed.some(({ isReceived }) => isReceived) ? { isReceiver: true } : {}),
    ...(hasMore ? { hasMore: true } : {}),
  }
}

import { toOrganisation } from '../../evidence/headers/organisation.ts'
import type { MailAddress, Message } from '../../evidence/message.ts'
import { listCorrespondents } from '../reading/correspondents.ts'
import { listRecipients } from '../reading/recipients.ts'
import { isRelated } from '../reading/relations.ts'
import { SENDING_SERVICES } from '../tables/sending-services.ts'
import type { TechniqueContext, Weight } from '../technique.ts'

/** Somebody who answers in a conversation that never knew him. */
export interface Stranger {
  /** With whom the quoted conversation was. */
  readonly partner: string
  /** The mail refers to one that the receiving side wrote, which only its readers have. */
  readonly answersOwn: boolean
  readonly weight: Weight
}

/** Quoted people and referenced mails looked at. */
const PEOPLE_MAX = 60
const IDS_MAX = 50
const FIELD_CHARS_MAX = 8_000

/**
 * A reply to the receiving side's own mail, or one that quotes a conversation without referring to
 * any mail, from a sender whom neither the quoted text nor the addressees know. Whoever was asked to
 * step in has the one who asked among the addressees.
 */
export function findStranger(
  message: Message,
  from: MailAddress,
  { register }: TechniqueContext,
): Stranger | undefined {
  if (!isAnswer(message) || isMachine(message, from)) return undefined
  const { organisations: own } = listRecipients(message, register)
  const quoted = listCorrespondents(message).slice(0, PEOPLE_MAX)
  const partners = quoted.filter(({ organisation }) => !own.has(organisation))
  const [partner] = partners
  if (partner === undefined || own.has(from.organisation)) return undefined
  const referred = listReferred(message)
  const known = [
    ...partners.map(({ organisation }) => organisation),
    ...referred.filter((organisation) => !own.has(organisation)),
    ...['to', 'cc'].flatMap((name) =>
      message
        .addresses(name)
        .map(({ organisation }) => organisation)
        .filter((organisation) => !own.has(organisation)),
    ),
  ]
  if (known.some((one) => isRelated(one, from.organisation, register))) return undefined
  const isPartnerThere = ['to', 'cc'].some((name) =>
    message.addresses(name).some(({ organisation }) => organisation === partner.organisation),
  )
  const answersOwn = referred.some((organisation) => own.has(organisation))
  if (isPartnerThere || (referred.length > 0 && !answersOwn)) return undefined
  const isWatched = partners.some(
    ({ organisation }) => register.ownerOf(organisation) !== undefined,
  )
  return {
    partner: partner.address,
    answersOwn,
    weight: answersOwn && isWatched && carriesSomething(message) ? 'medium' : 'weak',
  }
}

/** "Re:" and its like; who forwards quotes conversations he has no part in. */
function isAnswer({ subject }: Message): boolean {
  return /^\s*(?:re|aw|sv|返信)\s{0,8}(?:\[\d{1,4}\])?\s{0,8}[:：]/i.test(subject)
}

/** Ticket systems and services answer from addresses of their own. */
function isMachine(message: Message, { organisation, localPart }: MailAddress): boolean {
  return (
    SENDING_SERVICES.has(organisation) ||
    /no-?reply|ticket|support|help|notif|[+=#]|\d{6}/i.test(localPart) ||
    /\[[^\]]{0,20}#?\d{3,}\]/.test(message.subject.slice(0, 500)) ||
    AUTOMATIC.some((name) => message.header(name).length > 0)
  )
}

const AUTOMATIC = ['auto-submitted', 'x-auto-response-suppress', 'list-id', 'list-unsubscribe']

/** Organisations in whose name the referenced mails were numbered (RFC 5322 §3.6.4). */
function listReferred(message: Message): string[] {
  return ['in-reply-to', 'references']
    .flatMap((name) => message.header(name).slice(0, 1))
    .flatMap(({ value }) => [...value.slice(0, FIELD_CHARS_MAX).matchAll(ID)])
    .slice(0, IDS_MAX)
    .map(([, host = '']) => toOrganisation(host.toLowerCase()))
}

const ID = /<[^<>\s@]{1,250}@([^<>\s@]{1,253})>/g

function carriesSomething({ links, parts }: Message): boolean {
  return links.length > 0 || parts.some(({ fileName }) => fileName !== undefined)
}

import { createHash } from 'node:crypto'
import type { Receipt } from 'contract/intake'
import { dayInJapan } from '../clock.ts'
import type { Hub } from '../hub.ts'
import { NOBODY } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { findAuthor, openMessage } from './mail-head.ts'
import { countTurnedAway } from './mailed-use.queries.ts'
import type { Provider, Submitter } from './provider.ts'
import { findContact } from './sender.queries.ts'
import { takeSubmission } from './take-submission.ts'

/** The envelope as SMTP gave it (RFC 5321 §2.3.1). */
export interface Envelope {
  readonly sender: string
  readonly recipients: readonly string[]
  /** Network the message came from; absent for a gateway of the hub's own. */
  readonly network: string | undefined
}

type Sender = { readonly actor: Submitter; readonly provider: Provider }

/**
 * Takes in a mail that somebody forwarded to the hub's mailbox, exactly like a file on the web.
 * It counts for a member only when envelope and From field both name the address registered for one of its contacts.
 * The same message again, after an answer that was lost on the way, is the same submission.
 */
export async function takeForward(
  hub: Hub,
  envelope: Envelope,
  source: AsyncIterable<Uint8Array>,
): Promise<Receipt> {
  const message = await openMessage(source)
  const from = await findSender(hub, envelope.sender, findAuthor(message.head))
  try {
    const { receipt } = await takeSubmission(hub, {
      ...from,
      channel: 'smtp',
      kind: 'suspicious-mail',
      submittedBy: from.actor.personId,
      idempotencyKey: (sha256) => deliveryKey(envelope, sha256),
      bytes: message.bytes,
      mailedFrom: { network: envelope.network },
    })
    return receipt
  } catch (error) {
    if (error instanceof Refusal && error.code === 'mail-full-today') {
      await noteTurnedAway(hub, from)
    }
    throw error
  }
}

/**
 * So that an organisation learns on the web, and never by mail, that something in its name waits. Strangers are counted
 * in the same way: the time an answer takes must not tell them from contacts.
 */
async function noteTurnedAway(hub: Hub, { provider }: Sender): Promise<void> {
  const { organisationId } = provider
  const day = dayInJapan(hub.clock.now())
  await hub.database.inStaff({}, (db) => countTurnedAway(db, { organisationId, day }))
}

async function findSender(
  hub: Hub,
  envelopeSender: string,
  author: string | undefined,
): Promise<Sender> {
  const isOneVoice = author !== undefined && author === envelopeSender.toLowerCase()
  const contact = isOneVoice
    ? await hub.database.inStaff({}, (db) => findContact(db, author))
    : undefined
  if (contact !== undefined) {
    const { personId, organisationId } = contact
    return {
      actor: { audit: `person:${personId}`, personId, organisationId },
      provider: { kind: 'member', organisationId },
    }
  }
  if (!hub.config.smtpAcceptOutside) throw new Refusal('sender-unknown')
  return { actor: NOBODY, provider: { kind: 'outside' } }
}

function deliveryKey({ sender, recipients }: Envelope, sha256: string): string {
  const delivery = JSON.stringify([sender.toLowerCase(), recipients.toSorted(), sha256])
  return `smtp:${createHash('sha256').update(delivery).digest('hex')}`
}

import type { TextAddress } from '../../techniques/reading/text-addresses.ts'
import type { SenderVerdict } from '../../authentication/recorded/judge-sender.ts'

/**
 * Who received a mail, as the mail itself tells. The vault of a provider may not know a domain or a person of its own;
 * the mail does.
 */
export interface ReceivingSide {
  /** Mailboxes that the receiving servers wrote down: no sender could plant them. */
  readonly delivered: readonly TextAddress[]
  /** Mailboxes that the sender wrote down, who may write what he likes. */
  readonly addressed: readonly TextAddress[]
  /** Names of the receiving servers, by themselves. */
  readonly servers: readonly string[]
  /** Machines that handed the mail on from an address, newest first. */
  readonly hops: readonly ReceivedFrom[]
  /** Mailboxes in the mail that this one answers or passes on, as it quotes that. */
  readonly quoted: readonly TextAddress[]
  /** Mailboxes that the first lines of the mail speak to. */
  readonly greeted?: readonly TextAddress[]
  /** Domains for whose mail the text speaks. */
  readonly readerDomains?: readonly string[]
  /** Other mailboxes of organisations that did not send it, anywhere in its text. */
  readonly written?: readonly TextAddress[]
  /** Servers that name themselves in fields which a receiving server writes, and which a sender can write too. */
  readonly noted?: readonly string[]
  /** What the mailing lists that passed it on are called. */
  readonly listNames?: readonly string[]
  /** Domains of `Sender` where it is somebody else than `From`, and nothing shows on whose side. */
  readonly transmitters?: readonly string[]
  /** Mailboxes of `From`. */
  readonly from: readonly TextAddress[]
  /** Mailboxes of whoever passed the attack on, once a person or the evidence says that this mail does. */
  readonly forwarders?: readonly TextAddress[]
  /** Who passed it on to its recipient: forwarders and mailing lists, as the header says. */
  readonly relays: readonly string[]
  /** Domains of `From` that are a list's, as nothing but the sender's word shows. */
  readonly claimedLists?: readonly string[]
  /** Mailboxes that a list has taken out of `From` to put itself there, as the header says. */
  readonly originals?: readonly TextAddress[]
  /** Domains of `From`. */
  readonly senders: readonly string[]
  /** Hosts in the numbers of the mails that this one answers (RFC 5322 §3.6.4). */
  readonly answered: readonly string[]
  /**
   * It answers another mail, and no server noted that it received it: so are mails in their sender's own folder, where
   * the victim keeps what it answered. What was rebuilt from a quotation has no number, and does not count.
   */
  readonly isSent?: boolean
  /** No server noted that it received it, though it has a number: it was kept by who wrote it, or saved from a page. */
  readonly isUnreceived?: boolean
  /** Rebuilt from a quotation in a forward, whose files may be the forwarder's own. */
  readonly isRebuilt?: boolean
  /** The oldest note of a server: who had it first, and from whom. */
  readonly oldest?: OldestHop
  /** A receiving server noted that the sender is who he says. */
  readonly isAuthenticated: boolean
  readonly senderVerdict?: SenderVerdict
}

export interface OldestHop {
  readonly by: string
  readonly ip?: string | undefined
  /** As whoever handed it over named himself and as he was looked up. */
  readonly names: readonly string[]
}

export interface ReceivedFrom {
  readonly ip: string
  /** As it named itself and as it was looked up. */
  readonly names: readonly string[]
  /** Older fields stand below: it had the mail from somebody, or invented them. */
  readonly hasOlder: boolean
  /** One server of the receiving side to another, as the upper one looked it up. */
  readonly isInside: boolean
}

/** Fields a mail's header was read into, newest first; `name` in any case. */
export type ReadHeader = readonly { readonly name: string; readonly value: string }[]

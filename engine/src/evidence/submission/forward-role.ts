/**
 * What a mail is in a pair of which nobody can say for certain whether somebody of the provider passes an attack on, or
 * the attacker himself sends what looks like that.
 */
export interface ForwardRole {
  /** `outer` holds the other mail, attached or quoted; `inner` is the mail it holds. */
  readonly place: 'outer' | 'inner'
  /** The outer mail: its sender and subject, as it says, and its digest, see `nameForward`. */
  readonly by: string
  /** What the evidence says more for: `outer` passes the attack on, or is the attack itself. */
  readonly likely: 'passes-on' | 'attack'
  /** The outer mail's sender is among the recipients of a mail inside: whatever it counts as, he may be the provider's. */
  readonly isReceiver?: true | undefined
  /** The outer mail has links or files that no mail inside has. */
  readonly hasMore?: true | undefined
}

import { TLP_LABELS, type Tlp } from 'contract/common'

/**
 * The Traffic Light Protocol 2.0 (FIRST, August 2022) as rules a machine can check. Every emitter asks this table:
 * what a label allows stands nowhere else.
 */
export interface TlpRule {
  /** A group may be its audience. RED is a list of named persons, and this hub addresses groups only. */
  readonly mayReachGroups: boolean
  /** Associations, which exist to pass on to those behind them, may receive it. */
  readonly mayReachRelays: boolean
  /** TAXII, block lists and files to take away may carry it. */
  readonly mayBeExported: boolean
  /** A notice may name its title. */
  readonly mayBeNamedInMail: boolean
}

const NOWHERE: TlpRule = {
  mayReachGroups: false,
  mayReachRelays: false,
  mayBeExported: false,
  mayBeNamedInMail: false,
}
const MEMBERS_ONLY: TlpRule = {
  mayReachGroups: true,
  mayReachRelays: false,
  mayBeExported: true,
  mayBeNamedInMail: true,
}
const EVERY_MEMBER: TlpRule = { ...MEMBERS_ONLY, mayReachRelays: true }

export const TLP_RULES: Readonly<Record<Tlp, TlpRule>> = {
  RED: NOWHERE,
  'AMBER+STRICT': MEMBERS_ONLY,
  AMBER: EVERY_MEMBER,
  GREEN: EVERY_MEMBER,
  CLEAR: EVERY_MEMBER,
}

/** The label that stands where none was given: the strictest that a group may still receive, never CLEAR. */
export const TLP_WITHOUT_LABEL: Tlp = 'AMBER+STRICT'

/** Does the first label let more people see it than the second? */
export function isWider(label: Tlp, than: Tlp): boolean {
  return TLP_LABELS.indexOf(label) > TLP_LABELS.indexOf(than)
}

/** Label of something derived: as strict as its strictest source. */
export function strictest(labels: readonly Tlp[]): Tlp {
  return (
    labels.reduce<Tlp | undefined>(
      (left, label) => (left === undefined || isWider(left, label) ? label : left),
      undefined,
    ) ?? TLP_WITHOUT_LABEL
  )
}

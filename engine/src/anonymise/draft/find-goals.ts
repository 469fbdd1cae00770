import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { isEverybodysService } from '../../everybodys/is-everybodys-service.ts'
import type { CaseMail } from './case-record.ts'
import { LINKS } from './find-spoofed.ts'
import { toPlace } from './mail-places.ts'

/** Where a mail wants its reader to go. */
export interface Goals {
  readonly isLedTo: (domain: string) => boolean
  /** The only place of somebody that it leads to beside its sender's, and it brings no file: without it, no attack. */
  readonly isGoal: (domain: string) => boolean
}

export function findGoals({ indicators, recipients }: CaseMail): Goals {
  const linked = new Set(
    indicators.flatMap((one) => (LINKS.has(one.context) ? (toPlace(one) ?? []) : [])),
  )
  const ofSenders = new Set(recipients?.senders.map(toOrganisation))
  const others = [...linked].filter((place) => !ofSenders.has(place) && !isEverybodysService(place))
  const hasFile = indicators.some(({ type }) => type === 'file-name' || type === 'sha256')
  const isLedTo = (domain: string): boolean => linked.has(toOrganisation(domain))
  return {
    isLedTo,
    isGoal: (domain) => !hasFile && others.length === 1 && others.includes(toOrganisation(domain)),
  }
}

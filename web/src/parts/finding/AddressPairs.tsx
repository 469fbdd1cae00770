import { evidenceWords } from '../../words/evidence.ts'
import { useWords } from '../../words/use-words.ts'
import { HostileText } from '../hostile/HostileText.tsx'

export interface AddressPair {
  /** Header or place the address stands in. */
  readonly role: string
  readonly shown: string
  readonly genuine?: string | undefined
}

/** Where these lead is compared with the sender shown, which need not be genuine itself. */
const BESIDE_SENDER = new Set(['reply-to', 'return-path'])

/** Each address beside the one it stands in for. */
export function AddressPairs({ pairs }: { pairs: readonly AddressPair[] }) {
  const t = useWords(evidenceWords)
  return (
    <ul className="address-pairs">
      {pairs.map(({ role, shown, genuine }, at) => (
        <li key={`${role}-${at}`} className="address-pair">
          <span className="label">{isKnown(role) ? t(`role-${role}`) : role}</span>
          <span className="mono">
            <HostileText text={shown} />
          </span>
          <span className="label">
            {t(BESIDE_SENDER.has(role) ? 'shown-sender' : 'genuine-address')}
          </span>
          <span className="mono quiet">
            {genuine === undefined ? t('genuine-unknown') : <HostileText text={genuine} />}
          </span>
        </li>
      ))}
    </ul>
  )
}

const ROLES = ['from', 'reply-to', 'return-path', 'sender', 'to', 'cc', 'quoted', 'link'] as const

function isKnown(role: string): role is (typeof ROLES)[number] {
  return ROLES.some((known) => known === role)
}

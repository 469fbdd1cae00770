import type { HeaderField, Message } from '../../evidence/message.ts'
import { limits } from '../../limits.ts'
import type { AuthenticationCheck } from '../authentication.ts'
import { parseTagList } from '../tag-list.ts'

/** More sets than this are no forwarding chain (RFC 8617 §4.2.1). */
const INSTANCES_MAX = 50

const FIELDS = ['arc-seal', 'arc-message-signature', 'arc-authentication-results'] as const

/**
 * Whether the ARC sets form a chain at all (RFC 8617 §5.2, steps 1 to 3): every instance from 1 has
 * its three fields once, the first vouches for nothing before it, the others for a passed chain.
 * A broken chain proves nothing; a whole one only what its seals are worth.
 */
export function checkChain(message: Message): AuthenticationCheck | undefined {
  const seals = message.header('arc-seal')
  const [newest] = seals
  if (newest === undefined || seals.length > limits.authenticationChecksMax) return undefined
  const fault = findFault(message, seals.length)
  if (fault === undefined) return undefined
  return { method: 'arc', result: 'fail', reason: fault, isTrusted: true, header: newest }
}

function findFault(message: Message, count: number): string | undefined {
  if (count > INSTANCES_MAX) return 'over-many-sets'
  for (const name of FIELDS) {
    const instances = message.header(name).map(readInstance)
    const isWhole =
      instances.length === count &&
      Array.from({ length: count }, (_, at) => at + 1).every((one) => instances.includes(one))
    if (!isWhole) return 'broken-chain'
  }
  const isFaulty = message.header('arc-seal').some((seal) => {
    const expected = readInstance(seal) === 1 ? 'none' : 'pass'
    return parseTagList(seal.value)?.get('cv')?.toLowerCase() !== expected
  })
  return isFaulty ? 'chain-failed' : undefined
}

function readInstance({ value }: HeaderField): number | undefined {
  const digits = /(?:^|;)\s{0,20}i\s{0,20}=\s{0,20}(\d{1,3})/.exec(value.slice(0, 2_000))?.[1]
  return digits === undefined ? undefined : Number(digits)
}

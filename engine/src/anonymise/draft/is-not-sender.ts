import type { TextAddress } from '../../techniques/reading/text-addresses.ts'
import type { ReceivingSide } from '../receiving-side/receiving-side.ts'

/**
 * Whether an addressee is somebody else than the sender: whoever hides his recipients writes to himself, and whoever
 * wants to be answered puts himself into the copies.
 */
export function isNotSender({ from }: Pick<ReceivingSide, 'from'>): (one: TextAddress) => boolean {
  const senders = new Set(from.map(({ address }) => address.toLowerCase()))
  return ({ address }) => !senders.has(address.toLowerCase())
}

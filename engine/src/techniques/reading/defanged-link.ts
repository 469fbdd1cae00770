import type { Link, Message } from '../../evidence/message.ts'
import { refang } from '../../refang.ts'

/**
 * Written so that nobody follows it (`hxxp`, `[.]`): somebody warns of the address. An attacker wants
 * it followed.
 */
export function isDefangedLink(message: Message, { kind, path, textRange }: Link): boolean {
  if (kind !== 'bare') return false
  const part = message.parts.find((one) => one.path === path)
  const written = part?.text?.slice(textRange.start, textRange.end) ?? ''
  return refang(written) !== written
}

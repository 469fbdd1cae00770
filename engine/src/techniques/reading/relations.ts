import { splitDomain } from '../../register/split-domain.ts'
import type { RegisterIndex } from '../../register/register.ts'

/**
 * True when two registrable domains plausibly belong to one owner: the same, registered to the same
 * owner, the same label under two suffixes, or one label with a word added as brands do.
 * Deliberately generous: it silences weak signals, and imitations are looked for elsewhere.
 */
export function isRelated(a: string, b: string, register: RegisterIndex): boolean {
  if (a === b || a === '' || b === '') return true
  const owner = register.ownerOf(a)
  if (owner !== undefined && owner.name === register.ownerOf(b)?.name) return true
  const left = toMainWord(a)
  const right = toMainWord(b)
  if (left === right) return true
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  return short.length >= 5 && long.includes(short)
}

function toMainWord(organisation: string): string {
  return (splitDomain(organisation)?.label ?? organisation).replaceAll('-', '')
}

import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '../refusals.ts'
import { isCommonPassword } from './common-password.ts'
import { takeTurn } from './take-turn.ts'

// OWASP's smallest recommended Argon2id: 19 MiB, two passes, one lane. More would let guessing fill our memory.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// Verified when there is no such account, so that its absence takes as long as a wrong password.
let nobodysHash: Promise<string> | undefined

export function hashPassword(password: string): Promise<string> {
  return takeTurn(() => hash(password.normalize('NFKC'), OPTIONS))
}

/** Whether the password fits. Without a stored hash the answer is no, after the same time. */
export async function isPassword(
  stored: string | undefined,
  password: string,
  isKnown = false,
): Promise<boolean> {
  nobodysHash ??= hash('nobody', OPTIONS)
  const against = stored ?? (await nobodysHash)
  const fits = await takeTurn(() => verify(against, password.normalize('NFKC')), isKnown)
  return fits && stored !== undefined
}

/** Words that guessers try first with this product and its users, besides what is personal. */
const GUESSED = [
  'password',
  'パスワード',
  'noroshi',
  'qwerty',
  '12345',
  'abcde',
  'admin',
  'letmein',
  'welcome',
]

/** Refuses a password made mostly of what everybody would try. Length is checked by the contract. */
export function refuseWeakPassword(password: string, personal: readonly string[]): void {
  if (isCommonPassword(password)) throw new Refusal('weak-password')
  const plain = password.normalize('NFKC').toLowerCase()
  const rest = [...GUESSED, ...personal.flatMap((text) => text.toLowerCase().split(/[@.\s-]+/))]
    .filter((word) => word.length >= 4)
    .reduce((left, word) => left.replaceAll(word, ''), plain)
  const differentLetters = new Set(rest).size
  if (rest.length < 8 || differentLetters < 5) throw new Refusal('weak-password')
}

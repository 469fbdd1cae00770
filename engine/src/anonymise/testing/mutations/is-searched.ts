import type { Canary } from './canaries.ts'

const REPLACED = /^(?:leet|bidi)$/u
const TURNED = /reversed|rot13/u

/**
 * Whether the check claims to find this canary in this encoding. What it leaves out says why: every line
 * here is a way in which a name could leave unseen.
 */
export function isSearched(encoding: string, { kind, spelling, text }: Canary): boolean {
  // Replaced letters are looked for within two encodings: deeper there is only noise to find them in.
  if (encoding === 'base64 three times' && REPLACED.test(spelling)) return false
  if (!TURNED.test(encoding)) return true
  // Numbers turned round are other numbers, and marks that hide a dot are not read turned round.
  if (kind === 'number' || kind === 'network' || spelling === 'defanged') return false
  // Short names turned round are other names: 田森 is a surname like 森田.
  const letters = text.normalize('NFKC').replace(/[^\p{L}]/gu, '')
  return (
    spelling !== 'core alone' && letters.length >= (/^\p{Script=Latin}+$/u.test(letters) ? 8 : 4)
  )
}

import { refang } from 'engine'
import type { IdentifyingValue } from 'contract/bulletin'

/** Whether a text or an indicator holds a value, however its case is and whether or not it is defanged. */
export function holdsValue(text: string, { value, kind }: IdentifyingValue): boolean {
  const written = [text, refang(text)]
  // A part of a name is told by any word that holds it.
  if (kind === 'name-part') {
    return written.some((one) => one.toLowerCase().includes(value.toLowerCase()))
  }
  // Without `https://`, which a writer leaves out or writes `hxxps://`.
  const bare = value.replace(/^[a-z]{2,10}:\/\//i, '')
  return written.some((one) => standsAlone(one, bare))
}

/**
 * Whether a value stands in a text as a whole host, address, link or hash, in whatever case: `mykita.example` does not
 * hold `kita.example`, and a hash typed in capitals is the same hash.
 */
function standsAlone(text: string, value: string): boolean {
  const [within, sought] = [text.toLowerCase(), value.toLowerCase()]
  if (sought === '') return false
  for (let at = within.indexOf(sought); at !== -1; at = within.indexOf(sought, at + 1)) {
    if (!isOfWord(before(within, at)) && !isOfWord(after(within, at + sought.length))) return true
  }
  return false
}

// A character beyond the basic plane is two code units: each is read as the whole.
const before = (text: string, at: number): string | undefined =>
  Array.from(text.slice(Math.max(0, at - 2), at)).at(-1)
const after = (text: string, at: number): string | undefined =>
  Array.from(text.slice(at, at + 2)).at(0)

// Japanese puts no space between its own letters and a host.
const OF_WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}-]/u

const isOfWord = (character: string | undefined): boolean =>
  character !== undefined && OF_WORD.test(character)

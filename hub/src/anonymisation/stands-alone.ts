/**
 * Whether a value stands in a text as a whole host, address, link or hash, in whatever case: `mykita.example` does not
 * hold `kita.example`, and a hash typed in capitals is the same hash.
 */
export function standsAlone(text: string, value: string): boolean {
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

const isOfWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}-]/u.test(character)

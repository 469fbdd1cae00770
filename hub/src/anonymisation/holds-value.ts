import { refang, toPermittedSpans } from 'engine'
import type { IdentifyingValue } from 'contract/bulletin'

/** Whether a text or an indicator holds a value, however its case is and whether or not it is defanged. */
export const holdsValue = (text: string, value: IdentifyingValue): boolean =>
  buildValueSearch(text)(value)

/**
 * Searches a text for any number of values. Where one stands inside a permitted value, its provider has agreed to it:
 * `pay.kita.example` cannot go out without `kita.example`.
 */
export function buildValueSearch(
  text: string,
  permitted: readonly string[] = [],
): (value: IdentifyingValue) => boolean {
  const readings = [text, refang(text)].map((one) => buildReading(one.toLowerCase(), permitted))
  return ({ value, kind }) => {
    // A part of a name is told by any word that holds it.
    const isWhole = kind !== 'name-part'
    // Without `https://`, which a writer leaves out or writes `hxxps://`.
    const sought = isWhole ? value.replace(/^[a-z]{2,10}:\/\//i, '') : value
    return readings.some((holds) => holds(sought.toLowerCase(), isWhole))
  }
}

function buildReading(
  within: string,
  permitted: readonly string[],
): (sought: string, isWhole: boolean) => boolean {
  let isPermitted: ReturnType<typeof toPermittedSpans> | undefined
  return (sought, isWhole) => {
    if (sought === '') return false
    for (let at = within.indexOf(sought); at !== -1; at = within.indexOf(sought, at + 1)) {
      const end = at + sought.length
      if (isWhole && !standsAlone(within, at, end)) continue
      isPermitted ??= toPermittedSpans(within, permitted)
      if (!isPermitted(at, end)) return true
    }
    return false
  }
}

/**
 * Whether a place in a text is a whole host, address, link or hash: `mykita.example` does not hold `kita.example`.
 */
const standsAlone = (within: string, start: number, end: number): boolean =>
  !isOfWord(before(within, start)) && !isOfWord(after(within, end))

// A character beyond the basic plane is two code units: each is read as the whole.
const before = (text: string, at: number): string | undefined =>
  Array.from(text.slice(Math.max(0, at - 2), at)).at(-1)
const after = (text: string, at: number): string | undefined =>
  Array.from(text.slice(at, at + 2)).at(0)

// Japanese puts no space between its own letters and a host.
const OF_WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}-]/u

const isOfWord = (character: string | undefined): boolean =>
  character !== undefined && OF_WORD.test(character)

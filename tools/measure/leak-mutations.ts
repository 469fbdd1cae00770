import { findTraces } from 'engine'
import {
  CANARIES,
  CANARY_TRACES,
  FILE_CHARSETS,
  HIDING_ENCODINGS,
  isSearched,
} from 'engine/testing'

/**
 * `node tools/measure/leak-mutations.ts` writes every known thing in every spelling and encoding, asks the leak
 * check, and prints what it overlooked. The tests of the suite run a sample of it.
 */
const isFound = (bytes: Uint8Array): boolean =>
  findTraces([{ format: 'x', bytes }], CANARY_TRACES).length > 0

interface Cell {
  readonly encoding: string
  readonly isSearched: boolean
  readonly isFound: boolean
  readonly text: string
}

function* runAll(): Generator<Cell> {
  for (const { name, hide } of HIDING_ENCODINGS)
    for (const canary of CANARIES) {
      const hidden = hide(canary.text)
      if (hidden === undefined) continue
      const found = isFound(Buffer.from(`See ${hidden}. End`))
      yield {
        encoding: name,
        isSearched: isSearched(name, canary),
        isFound: found,
        text: canary.text,
      }
    }
  for (const [name, encode] of Object.entries(FILE_CHARSETS))
    for (const { text } of CANARIES) {
      const bytes = encode(`See ${text}. End`)
      if (bytes === undefined) continue
      yield { encoding: `file in ${name}`, isSearched: true, isFound: isFound(bytes), text }
    }
}

const cells = [...runAll()]
for (const encoding of new Set(cells.map((cell) => cell.encoding))) {
  const own = cells.filter((cell) => cell.encoding === encoding)
  const missed = own.filter((cell) => !cell.isFound)
  if (missed.length === 0) continue
  process.stdout.write(`${encoding}: ${missed.length} of ${own.length} overlooked\n`)
  for (const { text, isSearched: claimed } of missed)
    process.stdout.write(`  ${JSON.stringify(text)}${claimed ? '' : ' (not claimed)'}\n`)
}
const claimed = cells.filter((cell) => cell.isSearched)
const missed = claimed.filter((cell) => !cell.isFound)
process.stdout.write(
  `${cells.length} cells, ${claimed.length} claimed, ${missed.length} of these overlooked\n`,
)

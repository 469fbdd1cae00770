import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkTraces, type Leak, parseMessage } from 'engine'
import { INVENTED_VAULTS } from './invented-vaults.ts'

/**
 * `node tools/measure/false-refusals.ts [MAILS TO READ OF EACH FOLDER] FOLDER …` searches documents that have nothing
 * to do with thirty invented organisations for all of them, and prints each refusal. The rate is refusals of one
 * organisation's check in a thousand documents.
 */
const [first = '', ...rest] = process.argv.slice(2)
const sample = /^\d+$/u.test(first) ? Number(first) : Number.POSITIVE_INFINITY
const folders = sample === Number.POSITIVE_INFINITY ? [first, ...rest].filter(Boolean) : rest
/** Characters of an ordinary bulletin in both languages, and more. */
const CHARS_MAX = 20_000

function* readTexts(): Generator<{ name: string; text: string }> {
  for (const folder of folders) {
    const names = readdirSync(folder)
      .filter((name) => name.endsWith('.eml'))
      .toSorted()
    const step = Math.max(1, Math.ceil(names.length / sample))
    for (const name of names.filter((_, at) => at % step === 0)) {
      const { subject, shownText } = parseMessage(readFileSync(join(folder, name)))
      yield { name, text: `${subject}\n\n${shownText}`.slice(0, CHARS_MAX) }
    }
  }
}

/** A name that stands there letter for letter is no false hit: the text does name somebody called so. */
const isNamed = (text: string, { trace, how }: Leak): boolean =>
  how === 'as written' &&
  trace
    .split(/\s+/u)
    .some((part) => part.length > 1 && text.toLowerCase().includes(part.toLowerCase()))

let [documents, refusals, named] = [0, 0, 0]
for (const { name, text } of readTexts()) {
  documents += 1
  const bytes = Buffer.from(text)
  const { leaks } = checkTraces([{ format: 'text', bytes }], { organisations: INVENTED_VAULTS })
  for (const organisationId of new Set(leaks.map((leak) => leak.organisationId))) {
    const own = leaks.filter((leak) => leak.organisationId === organisationId)
    if (own.some((leak) => isNamed(text, leak))) {
      named += 1
      continue
    }
    refusals += 1
    const [{ trace, how, excerpt } = { trace: '', how: '', excerpt: '' }] = own
    process.stdout.write(`${name}: ${trace} (${how}): ${JSON.stringify(excerpt)}\n`)
  }
}
const rate = (refusals / documents / INVENTED_VAULTS.length) * 1000
process.stdout.write(
  `${documents} documents, ${INVENTED_VAULTS.length} organisations: ${refusals} refusals, ${rate.toFixed(2)} in 1,000 checks; ${named} where the name stands in the text\n`,
)

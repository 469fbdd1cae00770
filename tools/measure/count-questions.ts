import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse, askAboutUnknownNames, buildRegister, draftBulletin, type Question } from 'engine'
import { INVENTED_VAULTS } from './invented-vaults.ts'

/**
 * `node tools/measure/count-questions.ts [MAILS TO READ OF EACH FOLDER] FOLDER …` drafts a bulletin of each mail, with
 * an empty register, and counts what a person is asked: of the draft, and were the text of the mail its summary.
 * With `--show` each value that is asked about is printed, with `--values` each indicator with a part left out, and with
 * `--vaults` thirty invented organisations are registered, whom none of the mails is about.
 */
const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'))
const [first = '', ...rest] = process.argv
  .slice(2)
  .filter((argument) => !options.includes(argument))
const sample = /^\d+$/u.test(first) ? Number(first) : Number.POSITIVE_INFINITY
const folders = sample === Number.POSITIVE_INFINITY ? [first, ...rest].filter(Boolean) : rest
const CHARS_MAX = 20_000

const register = buildRegister({ organisations: [] })
const traces = { organisations: options.includes('--vaults') ? INVENTED_VAULTS : [] }

async function draftOf(bytes: Uint8Array) {
  const { message, findings, indicators, classification } = await analyse(bytes, { register })
  const headers = message.headers.map(({ name, value }) => `${name}: ${value}`).join('\n')
  const texts = [{ label: '', text: `${headers}\n\n${message.shownText}` }]
  const drafted = draftBulletin({
    mails: [{ providerId: 'provider', findings, indicators, texts }],
    ...{ logs: [], techniques: [], traces, aliases: { rows: [] }, decisions: {} },
    ...{ tlpCeilings: ['AMBER' as const], registered: { organisations: [] } },
    classification: classification.value,
  })
  return { drafted, body: message.shownText.slice(0, CHARS_MAX) }
}

const kindOf = ({ questionId }: Question): string => questionId.split(':', 1)[0] ?? ''

for (const folder of folders) {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .toSorted()
  const step = Math.max(1, Math.ceil(names.length / sample))
  const read = names.filter((_, at) => at % step === 0)
  const counts = { draft: new Map<string, number>(), body: new Map<string, number>() }
  let [withToken, withMask] = [0, 0]
  for (const name of read) {
    const { drafted, body } = await draftOf(readFileSync(join(folder, name)))
    const { content, met } = drafted
    const ask = (summary: readonly string[]): readonly Question[] =>
      askAboutUnknownNames({
        ...{ questions: drafted.questions, decisions: {}, traces, met },
        content: { ...content, summary: { ja: summary, en: [] } },
      })
    const asked = { draft: ask(content.summary.ja), body: ask([body]) }
    for (const side of ['draft', 'body'] as const)
      for (const question of asked[side]) {
        const kind = kindOf(question)
        counts[side].set(kind, (counts[side].get(kind) ?? 0) + 1)
        if (options.includes('--show')) {
          process.stdout.write(`${side} ${kind}: ${JSON.stringify(question.value)} (${name})\n`)
        }
      }
    for (const { value } of content.indicators) {
      if (value.includes('{token}')) withToken += 1
      if (value.includes('****')) withMask += 1
      if (options.includes('--values')) process.stdout.write(`${name}: ${value}\n`)
    }
  }
  const render = (counted: ReadonlyMap<string, number>): string =>
    [...counted]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, count]) => `${kind} ${(count / read.length).toFixed(2)}`)
      .join(', ')
  process.stdout.write(
    `${folder}: ${read.length} mails; questions for each mail\n  of the draft: ${render(counts.draft)}\n` +
      `  were its text the summary: ${render(counts.body)}\n` +
      `  indicators with {token}: ${withToken}, with ****: ${withMask}\n`,
  )
}

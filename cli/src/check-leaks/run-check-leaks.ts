import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { checkDocuments, type CheckedDocument, type Traces } from 'engine'
import { limits } from '../limits.ts'
import { toInert, toInertJson } from '../terminal/inert.ts'
import { buildStyle, mayColour } from '../terminal/style.ts'
import { usage } from '../usage.ts'
import type { Language } from '../words.ts'
import { parseNames } from './parse-names.ts'
import { renderCheck } from './render-check.ts'
import { WORDS } from './words.ts'

/** What the command answers: what could not be searched is never clean, and a trace is told before that. */
const ANSWERS = { clean: 0, traces: 1, unsearched: 2 } as const

/** `noroshi check-leaks FILE... --names FILE`: whether files about to leave name anybody. */
export async function runCheckLeaks(words: readonly string[]): Promise<number> {
  const asked = readArguments(words)
  if (asked === undefined) {
    process.stderr.write(usage)
    return ANSWERS.unsearched
  }
  const traces = tryLoadNames(asked)
  if (traces === undefined) return ANSWERS.unsearched
  const answers: number[] = []
  for (const file of asked.files)
    answers.push(await checkFile(file, traces, asked, answers.length > 0))
  const hasTraces = answers.includes(ANSWERS.traces)
  return hasTraces ? ANSWERS.traces : Math.max(ANSWERS.clean, ...answers)
}

interface Asked {
  readonly files: readonly string[]
  readonly namesFile: string
  readonly language: Language
  readonly isJson: boolean
}

function readArguments(words: readonly string[]): Asked | undefined {
  try {
    const { values, positionals: files } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { names: { type: 'string' }, json: { type: 'boolean' }, en: { type: 'boolean' } },
    })
    const { names: namesFile, json = false, en = false } = values
    // One stream cannot be both.
    const isTwice = [namesFile, ...files].filter((one) => one === '-').length > 1
    if (files.length === 0 || namesFile === undefined || isTwice) return undefined
    return { files, namesFile, isJson: json, language: en ? 'en' : 'ja' }
  } catch {
    return undefined
  }
}

function tryLoadNames({ namesFile, language }: Asked): Traces | undefined {
  try {
    return parseNames(readBytes(namesFile).toString('utf8'))
  } catch (error) {
    complain(namesFile, WORDS.noNames[language], error)
    return undefined
  }
}

async function checkFile(
  file: string,
  traces: Traces,
  { language, isJson }: Asked,
  isLater: boolean,
): Promise<number> {
  let bytes: Uint8Array
  try {
    bytes = readBytes(file)
  } catch (error) {
    complain(file, WORDS.noFile[language], error)
    return ANSWERS.unsearched
  }
  const [checked] = await checkDocuments([{ name: basename(file), bytes }], traces)
  if (checked === undefined) return ANSWERS.unsearched
  process.stdout.write(isJson ? `${toInertJson(checked)}\n` : toPage(checked, language, isLater))
  if (checked.traces.length > 0) return ANSWERS.traces
  return checked.isClean ? ANSWERS.clean : ANSWERS.unsearched
}

function toPage(checked: CheckedDocument, language: Language, isLater: boolean): string {
  const page = renderCheck(checked, {
    language,
    style: buildStyle(mayColour(process.stdout)),
    columns: process.stdout.columns ?? limits.columnsDefault,
  })
  return `${isLater ? '\n' : ''}${page}\n`
}

function readBytes(file: string): Buffer {
  if (file === '-') return readFileSync(0)
  if (statSync(file).size > limits.fileBytesMax) throw new RangeError('too large')
  return readFileSync(file)
}

function complain(file: string, words: string, error: unknown): void {
  const why = error instanceof Error ? error.message : String(error)
  process.stderr.write(`${toInert(file)}: ${words} (${toInert(why)})\n`)
}

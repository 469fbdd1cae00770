import { parseArgs } from 'node:util'
import type { Language } from '../words.ts'

/** For people, one line of JSON a mail, or one SARIF document for the whole run. */
export type OutputFormat = 'page' | 'json' | 'sarif'

export interface AnalyseArguments {
  /** Files and folders; `-` is standard input. */
  readonly files: readonly string[]
  readonly registerFile?: string
  readonly format: OutputFormat
  /** Files of YARA rules to ask of everything opened. */
  readonly ruleFiles: readonly string[]
  /** Files of recorded DNS answers: keys and policies to check senders with. */
  readonly dnsFiles: readonly string[]
  readonly isAll: boolean
  /** Answer with 1 when something of medium or strong weight was found. */
  readonly tellsFound: boolean
  readonly language: Language
  readonly passwords: readonly string[]
  /** What came on standard input, read before, because it may have been a log. */
  readonly standardInput?: Uint8Array
}

/** Reads the words behind `noroshi analyse`; undefined when they cannot be understood. */
export function readArguments(words: readonly string[]): AnalyseArguments | undefined {
  const parsed = parseSafely(words)
  if (parsed === undefined || parsed.positionals.length === 0) return undefined
  if (parsed.values.json && parsed.values.sarif) return undefined
  const { values, positionals: files } = parsed
  return {
    files,
    ...(values.register === undefined ? {} : { registerFile: values.register }),
    format: values.sarif ? 'sarif' : values.json ? 'json' : 'page',
    ruleFiles: values.rules ?? [],
    dnsFiles: values.dns ?? [],
    isAll: values.all ?? false,
    tellsFound: values['exit-code'] ?? false,
    language: values.en ? 'en' : 'ja',
    passwords: values.password ?? [],
  }
}

function parseSafely(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        register: { type: 'string' },
        password: { type: 'string', multiple: true },
        rules: { type: 'string', multiple: true },
        dns: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        sarif: { type: 'boolean' },
        all: { type: 'boolean' },
        'exit-code': { type: 'boolean' },
        en: { type: 'boolean' },
      },
    })
  } catch {
    return undefined
  }
}

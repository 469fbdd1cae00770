import { createHash, createPublicKey } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { EXIT } from '../exit-codes.ts'
import { toInert } from '../terminal/inert.ts'
import { usage } from '../usage.ts'
import type { Language } from '../words.ts'
import { type Expected, type Verified, verifyExport } from './verify-export.ts'
import { FLAWS, say } from './words.ts'

/** `noroshi audit verify FILE...`: whether exports of the audit log are whole and the hub's own. */
export async function runAudit(words: readonly string[]): Promise<number> {
  const [command, ...rest] = words
  const asked = readArguments(rest)
  if (command !== 'verify' || asked === undefined) {
    process.stderr.write(usage)
    return EXIT.usage
  }
  try {
    return await verifyAll(asked)
  } catch (error) {
    process.stderr.write(`${toInert(error instanceof Error ? error.message : String(error))}\n`)
    return EXIT.unreadable
  }
}

interface Asked {
  readonly files: readonly string[]
  readonly language: Language
  readonly keyFile?: string
}

function readArguments(words: readonly string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { key: { type: 'string' }, en: { type: 'boolean' } },
    })
    if (positionals.length === 0) return undefined
    return {
      files: positionals,
      language: values.en === true ? 'en' : 'ja',
      ...(values.key === undefined ? {} : { keyFile: values.key }),
    }
  } catch {
    return undefined
  }
}

async function verifyAll({ files, language, keyFile }: Asked): Promise<number> {
  const key = keyFile === undefined ? undefined : readFileSync(keyFile, 'utf8')
  let before: Verified | undefined
  for (const file of files) {
    const verdict = await verifyExport(
      createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }),
      toExpected(before, key),
    )
    if (!verdict.isIntact) {
      const { flaw, line } = verdict
      process.stdout.write(
        say('broken', language, { file: toInert(file), line, flaw: FLAWS[flaw][language] }),
      )
      return EXIT.found
    }
    before = verdict.found
    process.stdout.write(say('intact', language, { file: toInert(file), ...before }))
    const { withheld } = before
    if (withheld > 0) process.stdout.write(say('withheld', language, { withheld }))
  }
  if (before === undefined) return EXIT.usage
  if (!before.isWhole) process.stdout.write(say('goes-on', language, { next: before.to + 1 }))
  const signed = key === undefined ? 'signed-by' : 'signed-by-expected'
  process.stdout.write(say(signed, language, { fingerprint: toFingerprint(before.key) }))
  return EXIT.nothing
}

/** Without a key that was given, all files must at least be signed with the same. */
function toExpected(before: Verified | undefined, given: string | undefined): Expected {
  const key = given ?? before?.key
  return { ...(before === undefined ? {} : { before }), ...(key === undefined ? {} : { key }) }
}

function toFingerprint(key: string): string {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return createHash('sha256').update(der).digest('hex').match(/.{4}/g)?.join(' ') ?? ''
}

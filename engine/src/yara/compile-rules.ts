import type { Rules, Scanner } from '@virustotal/yara-x'
import { loadWasm } from '../files/load-wasm.ts'
import { limits } from '../limits.ts'
import type { CompiledRules, RuleError, RuleMatch, RuleSource } from './rule-match.ts'
import { toRuleMatches } from './to-rule-matches.ts'

let loading: Promise<typeof import('@virustotal/yara-x')> | undefined

/**
 * Compiles rules (YARA-X). A text with an error is left out and the others stand, so that one slip
 * does not blind the hub; `include` and modules that reach outside do not exist in this build.
 */
export async function compileRules(
  sources: readonly RuleSource[],
): Promise<{ readonly rules: CompiledRules; readonly errors: readonly RuleError[] }> {
  loading ??= loadYara()
  const yara = await loading
  const whole = build(yara, sources)
  if (typeof whole !== 'string') return { rules: toCompiled(whole), errors: [] }
  const errors = sources.flatMap((source): RuleError[] => {
    const alone = build(yara, [source])
    if (typeof alone === 'string') return [{ sourceId: source.id, message: alone }]
    alone.free()
    return []
  })
  const faulty = new Set(errors.map(({ sourceId }) => sourceId))
  const good = build(
    yara,
    sources.filter(({ id }) => !faulty.has(id)),
  )
  // Each compiles alone and stands in a namespace of its own, so they do together.
  if (typeof good === 'string') throw new Error(good)
  return { rules: toCompiled(good), errors }
}

function toCompiled(built: Rules): CompiledRules {
  const scanner = built.scanner()
  scanner.setTimeoutMs(limits.ruleScanMs)
  scanner.setMaxMatchesPerPattern(limits.ruleMatchesPerPatternMax)
  const close = () => {
    scanner.free()
    built.free()
  }
  return { scan: (bytes) => scan(scanner, bytes), close }
}

async function loadYara(): Promise<typeof import('@virustotal/yara-x')> {
  const [yara, bytes] = await Promise.all([import('@virustotal/yara-x'), loadWasm('yara')])
  yara.initSync({ module: bytes })
  return yara
}

/** The compiler's words when one of the texts has an error: a compiler that has seen one builds nothing more. */
function build(
  { Compiler }: typeof import('@virustotal/yara-x'),
  sources: readonly RuleSource[],
): Rules | string {
  if (sources.some(({ text }) => Buffer.byteLength(text) > limits.ruleBytesMax))
    return `longer than ${limits.ruleBytesMax} bytes`
  const compiler = new Compiler()
  try {
    for (const { id, text } of sources) {
      compiler.newNamespace(id)
      compiler.addSource(text)
    }
    return compiler.build()
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).slice(0, 1_000)
  } finally {
    compiler.free()
  }
}

function scan(
  scanner: Scanner,
  bytes: Uint8Array,
): { matches: readonly RuleMatch[]; isCut: boolean } {
  const isCut = bytes.length > limits.ruleScanBytesMax
  try {
    return {
      matches: toRuleMatches(scanner.scan(bytes.subarray(0, limits.ruleScanBytesMax))),
      isCut,
    }
  } catch {
    // Over its time; what it had found is not told.
    return { matches: [], isCut: true }
  }
}

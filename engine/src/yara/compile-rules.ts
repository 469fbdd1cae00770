import type { Compiler, Scanner } from '@virustotal/yara-x'
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
  const errors: RuleError[] = []
  const good = sources.filter((source) => {
    const message = findError(new yara.Compiler(), source)
    if (message !== undefined) errors.push({ sourceId: source.id, message })
    return message === undefined
  })
  const compiler = new yara.Compiler()
  for (const source of good) addSource(compiler, source)
  const built = compiler.build()
  const scanner = built.scanner()
  scanner.setTimeoutMs(limits.ruleScanMs)
  scanner.setMaxMatchesPerPattern(limits.ruleMatchesPerPatternMax)
  const close = () => {
    scanner.free()
    built.free()
    compiler.free()
  }
  return { rules: { scan: (bytes) => scan(scanner, bytes), close }, errors }
}

async function loadYara(): Promise<typeof import('@virustotal/yara-x')> {
  const [yara, bytes] = await Promise.all([import('@virustotal/yara-x'), loadWasm('yara')])
  yara.initSync({ module: bytes })
  return yara
}

function addSource(compiler: Compiler, { id, text }: RuleSource): void {
  compiler.newNamespace(id)
  compiler.addSource(text)
}

/** A trial in a compiler of its own: one that has seen an error builds nothing more. */
function findError(compiler: Compiler, source: RuleSource): string | undefined {
  if (Buffer.byteLength(source.text) > limits.ruleBytesMax)
    return `longer than ${limits.ruleBytesMax} bytes`
  try {
    addSource(compiler, source)
    compiler.build().free()
    return undefined
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

import { compileRules, type RuleSource } from 'engine'
import { readText } from './read-text.ts'

/**
 * Reads files of YARA rules. An error in one ends the run before it begins: rules that silently do not
 * count would make "nothing found" a lie.
 */
export async function loadRules(files: readonly string[]): Promise<readonly RuleSource[]> {
  const sources = files.map((id) => ({ id, text: readText(id) }))
  if (sources.length === 0) return []
  const { rules, errors } = await compileRules(sources)
  rules.close()
  const [first] = errors
  if (first !== undefined) throw new Error(`${first.sourceId}: ${first.message}`)
  return sources
}

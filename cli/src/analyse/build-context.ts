import { buildRegister, compileRules } from 'engine'
import type { AnalysisContext } from './analyse-file.ts'
import type { WorkerSettings } from './worker-settings.ts'

/** Indexes the register and compiles the rules, once for each thread. */
export async function buildContext({
  register,
  rules,
  options: { passwords, standardInput },
}: WorkerSettings): Promise<AnalysisContext> {
  const context = {
    register: buildRegister(register),
    passwords,
    ...(standardInput === undefined ? {} : { standardInput }),
  }
  return rules.length === 0 ? context : { ...context, rules: (await compileRules(rules)).rules }
}

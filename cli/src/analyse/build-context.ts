import { buildRegister, compileRules } from 'engine'
import type { AnalysisContext } from './analyse-file.ts'
import type { WorkerSettings } from './worker-settings.ts'

/** Indexes the register and compiles the rules, once for each thread. */
export async function buildContext({
  register,
  rules,
  dnsRecords,
  options: { passwords, standardInput },
}: WorkerSettings): Promise<AnalysisContext> {
  const context = {
    register: buildRegister(register),
    passwords,
    ...(dnsRecords.length === 0 ? {} : { knowledge: { dnsRecords } }),
    ...(standardInput === undefined ? {} : { standardInput }),
  }
  return rules.length === 0 ? context : { ...context, rules: (await compileRules(rules)).rules }
}

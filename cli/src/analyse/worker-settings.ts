import type { DnsRecord, Register, RuleSource } from 'engine'
import type { AnalyseArguments } from './read-arguments.ts'
import type { Printing } from './report-file.ts'

/** What a thread needs to know for the whole run: plain data that crosses threads. */
export interface WorkerSettings {
  readonly register: Register
  readonly rules: readonly RuleSource[]
  readonly dnsRecords: readonly DnsRecord[]
  readonly options: AnalyseArguments
  readonly printing: Printing
}

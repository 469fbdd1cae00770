import type { DnsRecord, Knowledge } from '../knowledge.ts'
import { memoise } from '../memoise.ts'

/** Recorded answers for this name and type; undefined when nobody asked, empty when there are none. */
export function findRecords(
  name: string,
  type: DnsRecord['type'],
  knowledge: Knowledge,
): readonly string[] | undefined {
  return answersByName(knowledge).get(`${type} ${toKey(name)}`)?.values
}

/** Day on which that answer was given, when it was noted. */
export function findRecordDay(
  name: string,
  type: DnsRecord['type'],
  knowledge: Knowledge,
): string | undefined {
  return answersByName(knowledge).get(`${type} ${toKey(name)}`)?.recordedOn
}

const answersByName = memoise(
  ({ dnsRecords = [] }: Knowledge) =>
    new Map(dnsRecords.map((record) => [`${record.type} ${toKey(record.name)}`, record])),
)

function toKey(name: string): string {
  return name.toLowerCase().replace(/\.$/, '')
}

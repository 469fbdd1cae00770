import type { DnsRecord, Knowledge } from '../knowledge.ts'
import { memoise } from '../memoise.ts'

/** Recorded answers for this name and type; undefined when nobody asked, empty when there are none. */
export function findRecords(
  name: string,
  type: DnsRecord['type'],
  knowledge: Knowledge,
): readonly string[] | undefined {
  return answersByName(knowledge).get(`${type} ${toKey(name)}`)
}

const answersByName = memoise(
  ({ dnsRecords = [] }: Knowledge) =>
    new Map(dnsRecords.map(({ name, type, values }) => [`${type} ${toKey(name)}`, values])),
)

function toKey(name: string): string {
  return name.toLowerCase().replace(/\.$/, '')
}

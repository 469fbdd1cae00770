import type { RuleSource } from '../yara/rule-match.ts'

/** Invented rules against which the samples of `hub-rule` are read. */
export const sampleRules: readonly RuleSource[] = [
  {
    id: 'sample',
    text: `
rule Beacon_Marker {
  meta:
    description = "Marker of an invented remote access tool."
    description_ja = "架空の遠隔操作ツールの目印です。"
    weight = "strong"
  strings:
    $marker = "NOROSHI-SAMPLE-BEACON" ascii wide
  condition:
    $marker
}
rule Paid_By_Card {
  meta: weight = "weak"
  strings:
    $a = "gift-card-batch" ascii
    $b = { 4b 49 54 ?? 39 }
  condition:
    all of them
}`,
  },
]

import type { Bilingual } from '../../bilingual.ts'
import { isKnownMark } from '../../web-log/probes/known-marks.ts'
import { PROBE_KINDS, PROBE_TITLES, type ProbeKind } from '../../web-log/probes/probe-kinds.ts'
import { ANONYMISE_LIMITS as limits } from '../limits.ts'
import type { CaseLog } from './case-record.ts'

/**
 * What the sources of the access logs did and looked for. Only our own words for it are said: a path of the
 * attacked site, as bursts are counted by, can say whose site it is.
 */
export function draftLogSummary(logs: readonly CaseLog[]): readonly Bilingual[] {
  const seen = new Set(logs.flatMap(({ kinds }) => kinds.map(({ kind }) => kind)))
  const kinds = PROBE_KINDS.filter((kind) => kind !== 'scanner' && seen.has(kind))
  const wanted = listMarks(logs, (kind) => kind !== 'scanner')
  const agents = listMarks(logs, (kind) => kind === 'scanner')
  return [
    ...(kinds.length === 0 ? [] : [sayKinds(kinds)]),
    ...(wanted.length === 0 ? [] : [sayWanted(wanted)]),
    ...(agents.length === 0 ? [] : [sayAgents(agents)]),
  ]
}

function listMarks(logs: readonly CaseLog[], wants: (kind: ProbeKind) => boolean): string[] {
  const counts = new Map<string, number>()
  for (const { kind, marks } of logs.flatMap((log) => log.kinds)) {
    if (!wants(kind)) continue
    for (const { label, count } of marks) {
      if (isKnownMark(label)) counts.set(label, (counts.get(label) ?? 0) + count)
    }
  }
  return [...counts]
    .sort(([a, counted], [b, more]) => more - counted || (a < b ? -1 : 1))
    .slice(0, limits.logMarksMax)
    .map(([label]) => label)
}

const sayKinds = (kinds: readonly ProbeKind[]): Bilingual => ({
  ja: `確認された通信は次のとおりです。${kinds.map((kind) => PROBE_TITLES[kind].ja).join('、')}。`,
  en: `What was seen: ${kinds.map((kind) => toLowerStart(PROBE_TITLES[kind].en)).join('; ')}.`,
})

const toLowerStart = (text: string): string =>
  /^[A-Z][a-z]/u.test(text) ? `${text.slice(0, 1).toLowerCase()}${text.slice(1)}` : text

const sayWanted = (marks: readonly string[]): Bilingual => ({
  ja: `主に探されたものは、${marks.map((mark) => `「${mark}」`).join('')}です。`,
  en: `Looked for above all: ${marks.map((mark) => `“${mark}”`).join(', ')}.`,
})

const sayAgents = (agents: readonly string[]): Bilingual => ({
  ja: `ユーザーエージェントで名乗っていた走査ツールは、${agents.map((agent) => `「${agent}」`).join('')}です。`,
  en: `Scanners that gave their name as user agent: ${agents.map((agent) => `“${agent}”`).join(', ')}.`,
})

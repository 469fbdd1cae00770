import { type Artefact, techniqueById } from 'engine'
import { toInertJson } from '../terminal/inert.ts'
import type { NamedAnalysis } from './analyse-file.ts'

/** One mail as one line for machines. The shape is documented and stable: fields are only added. */
export function toJsonLine({ file, analysis }: NamedAnalysis): string {
  const { sha256, classification, findings, artefacts, indicators, problems } = analysis
  return toInertJson({
    file,
    sha256,
    classification: classification.value,
    proposal: {
      confidence: classification.confidence,
      reasons: classification.reasons,
      reach: classification.reach,
      reachReasons: classification.reachReasons,
    },
    findings: findings.map(({ technique, weight, where, say }) => ({
      technique,
      weight,
      where,
      say,
      attack: techniqueById(technique)?.attack ?? [],
    })),
    artefacts: artefacts.map(toArtefact),
    indicators: indicators.map(({ type, value, context }) => ({ type, value, context })),
    problems: problems.map(({ code, path, say, count, places }) => ({
      ...{ code, path, say },
      ...(count === undefined ? {} : { count, places }),
    })),
  })
}

function toArtefact({
  path,
  type,
  sha256,
  kind,
  fileName,
  sizeBytes,
  unreadable,
  reading,
}: Artefact) {
  return {
    path,
    type,
    sha256,
    kind,
    sizeBytes,
    ...(fileName === undefined ? {} : { fileName }),
    ...(unreadable === undefined ? {} : { unreadable }),
    ...(reading === undefined
      ? {}
      : { links: reading.links, signs: reading.signs, facts: reading.facts }),
  }
}

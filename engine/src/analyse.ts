import { createHash } from 'node:crypto'
import type { MailAnalysis } from './analysis.ts'
import { proposeClassification } from './classification/propose-classification.ts'
import { openArtefacts } from './evidence/open-artefacts.ts'
import { parseMessage } from './evidence/parse-message.ts'
import { listAllLinks } from './evidence/list-all-links.ts'
import { findIndicators } from './find-indicators.ts'
import type { Knowledge } from './knowledge.ts'
import type { RegisterIndex } from './register/register.ts'
import { hasManyHosts } from './techniques/reading/compared-hosts.ts'
import { findFindings } from './techniques/find-findings.ts'
import type { CompiledRules } from './yara/rule-match.ts'
import { type RuleScan, scanArtefacts } from './yara/scan-artefacts.ts'
import type { Artefact } from './evidence/artefact.ts'
import { foldProblems } from './evidence/fold-problems.ts'
import { toProblem } from './evidence/problem.ts'

export interface AnalyseOptions {
  /** Names to compare with; `buildRegister({ organisations: [] })` knows well-known services only. */
  readonly register: RegisterIndex
  /** Passwords to try on encrypted archives, before those found in the mail. */
  readonly passwords?: readonly string[]
  /** Recorded answers about domains and campaigns. */
  readonly knowledge?: Knowledge
  /** The hub's own YARA rules, from `compileRules`. */
  readonly rules?: CompiledRules
}

/**
 * Everything the engine says about one mail. Never throws on any bytes, reaches no network and
 * opens no link; the same bytes and register give the same answer.
 */
export async function analyse(
  bytes: Uint8Array,
  { register, passwords = [], knowledge = {}, rules }: AnalyseOptions,
): Promise<MailAnalysis> {
  const message = parseMessage(bytes)
  const { artefacts, problems } = await openArtefacts(message, { passwords })
  const links = listAllLinks(message, artefacts)
  const { matches: ruleMatches, cut } = askRules(rules, artefacts)
  const context = { register, artefacts, links, knowledge, ruleMatches }
  const findings = findFindings(message, context)
  return {
    sha256: artefacts[0]?.sha256 ?? createHash('sha256').update(bytes).digest('hex'),
    sizeBytes: bytes.length,
    message,
    classification: proposeClassification(message, findings, { register, links }),
    findings,
    artefacts,
    indicators: findIndicators(message, artefacts, findings, register, links),
    problems: foldProblems([
      ...message.problems,
      ...problems,
      ...cut.map((path) => toProblem('rules-cut-short', path)),
      ...(hasManyHosts(links) ? [toProblem('over-many-hosts', '0')] : []),
    ]),
  }
}

function askRules(rules: CompiledRules | undefined, artefacts: readonly Artefact[]): RuleScan {
  return rules === undefined ? { matches: [], cut: [] } : scanArtefacts(rules, artefacts)
}

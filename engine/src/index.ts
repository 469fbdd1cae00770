/** The engine's boundary: bytes in, findings out. Types are exported freely, values sparingly. */
export { analyse, type AnalyseOptions } from './analyse.ts'
export {
  openEvidence,
  type EvidenceOptions,
  type OpenedEvidence,
} from './evidence/open-evidence.ts'
export { findSharedPasswords } from './evidence/submission/find-shared-passwords.ts'
export type { ForwardRole } from './evidence/submission/forward-role.ts'
export { parseMessage } from './evidence/parse-message.ts'
export { buildRegister } from './register/build-register.ts'
export { currentAttackId } from './techniques/current-attack-id.ts'
export { logTechniques, techniqueById, techniques } from './techniques/index.ts'
export { toFakeSiteQueries } from './techniques/fake-site/search-query.ts'
export { isPrivateHost } from './is-private-host.ts'
export { defang, refang } from './refang.ts'
export { describeEdits } from './register/describe-edits.ts'
export {
  type DnsAnswers,
  parseDnsAnswers,
  UNREAD_REASONS,
  type UnreadLine,
} from './dns-answers/parse-dns-answers.ts'
export { parseRegistration } from './registrations/parse-registration.ts'
export { suggestTraces, type TraceSighting } from './suggest-traces/suggest-traces.ts'
export { limits } from './limits.ts'
export { readAuthentication } from './authentication/read-authentication.ts'
export { HOP_ODDITIES, readMailPath } from './authentication/path/mail-path.ts'
export { parseHeader as parsePictureHeader } from './files/images/parse-header.ts'
export { SIGN_KINDS } from './files/file-reading.ts'
export { renderSafeHtml } from './safe-html/render-safe-html.ts'
export { compileRules } from './yara/compile-rules.ts'
export * from './anonymise/index.ts'
export * from './web-log/index.ts'

export {
  CLASSIFICATIONS,
  type Classification,
  type MailAnalysis,
  type ProposedClassification,
  type Reach,
} from './analysis.ts'
export type { Authentication, AuthenticationCheck } from './authentication/authentication.ts'
export type { HopOddity, MailHop } from './authentication/path/mail-path.ts'
export type { Bilingual } from './bilingual.ts'
export type { Artefact, ArtefactReading, Indicator } from './evidence/artefact.ts'
export type { FileFact, FileLink, FileSign, SignKind } from './files/file-reading.ts'
export type { CompiledRules, RuleError, RuleMatch, RuleSource } from './yara/rule-match.ts'
export type { DnsRecord, DomainRegistration, Knowledge, NamingRule } from './knowledge.ts'
export type {
  ByteRange,
  HeaderField,
  Link,
  MailAddress,
  Message,
  Part,
  Problem,
  ReceivedHop,
} from './evidence/message.ts'
export type {
  DomainRelation,
  ImitatedDomain,
  Register,
  RegisterIndex,
  RegisterOrganisation,
  RegisterPerson,
} from './register/register.ts'
export type {
  Detail,
  Finding,
  LookalikeEdit,
  Place,
  Technique,
  TechniqueContext,
  TechniqueDescription,
  Weight,
} from './techniques/technique.ts'

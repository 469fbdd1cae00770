export { allowContent } from './allow-content.ts'
export { findAlias, letterOf, listAliases } from './aliases.ts'
export type { AliasRow, AliasTable } from './aliases.ts'
export { OMITTED_KINDS, TLP_LABELS } from './bulletin-content.ts'
export type {
  BulletinContent,
  BulletinIndicator,
  BulletinLookalike,
  BulletinTechnique,
  OmittedKind,
  Tlp,
} from './bulletin-content.ts'
export { buildDigestPartSearch } from './check/find-parts-of-digests.ts'
export { checkTraces, findTraces, LEAK_CHECK_VERSION } from './check/find-traces.ts'
export type { CheckOptions, Leak, OutgoingBytes, TraceCheck } from './check/find-traces.ts'
export { toPermittedSpans } from './check/permitted-spans.ts'
export { listSpellings } from './check/list-spellings.ts'
export type { TraceSpellings } from './check/list-spellings.ts'
export { checkDocuments } from './check/formats/check-documents.ts'
export type {
  CheckedDocument,
  DocumentTrace,
  OutgoingDocument,
  UnsearchedPlace,
} from './check/formats/check-documents.ts'
export { DOCUMENT_FORMATS } from './check/formats/document-format.ts'
export type { DocumentFormat } from './check/formats/document-format.ts'
export type {
  CaseLog,
  CaseLogSource,
  CaseMail,
  CaseRecord,
  CaseTechnique,
  CaseText,
} from './draft/case-record.ts'
export { draftBulletin } from './draft/draft-bulletin.ts'
export type { DraftedBulletin, DraftedText } from './draft/draft-bulletin.ts'
export { chooseMails } from './draft/choose-mails.ts'
export { SPOOFED_FROM } from './draft/indicator-contexts.ts'
export { findMetPeople } from './draft/find-met-people.ts'
export { readReceivingSide } from './receiving-side/read-receiving-side.ts'
export type { ReadHeader, ReceivingSide } from './receiving-side/receiving-side.ts'
export { listBulletinWords } from './list-bulletin-words.ts'
export { toAnswerIds, toDecisions, toQuestionKind } from './question.ts'
export type { Choice, Decisions, Question } from './question.ts'
export { buildRedactor } from './redact/redact-text.ts'
export type { RedactedText, Redactor } from './redact/redact-text.ts'
export { isMailboxProvider } from '../everybodys/is-mailbox-provider.ts'
export { isEverybodysIp } from '../everybodys/is-everybodys-ip.ts'
export { buildImitationIndex } from './redact/find-imitated.ts'
export { isEverybodysService } from '../everybodys/is-everybodys-service.ts'
export { isBrandsPage } from '../everybodys/brands-of-japan.ts'
export { isEverybodysDomain } from '../everybodys/is-everybodys-domain.ts'
export { buildOwners } from './redact/owners.ts'
export type { Owners } from './redact/owners.ts'
export type { AttackerFacts } from './redact/redaction-context.ts'
export type { Segment } from './redact/segment.ts'
export { hashContent, release } from './releasable-bulletin.ts'
export type { Release, ReleasableBulletin, Searched } from './releasable-bulletin.ts'
export type { TraceOrganisation, TracePerson, TraceRole, Traces } from './traces.ts'
export { findUnknownNames } from './unknown-names/find-unknown-names.ts'
export type { UnknownKind, UnknownName } from './unknown-names/find-unknown-names.ts'
export {
  askAboutUnknownNames,
  isAboutUnknownName,
  replaceUnknownName,
} from './unknown-names/unknown-name-questions.ts'

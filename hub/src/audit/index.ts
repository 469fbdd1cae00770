export type { AuditActor, AuditEntry } from './audit-entry.ts'
export { recordAudit } from './record-audit.ts'
export { type AuditRecord, listAudit } from './audit.queries.ts'
export { verifyAuditChain } from './verify-audit-chain.ts'

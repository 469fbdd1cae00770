export type { EvidenceStore, StoredEvidence } from './evidence-store.ts'
export { openFileEvidenceStore } from './file-evidence-store.ts'
export { EVIDENCE_BYTES_MAX } from './limits.ts'

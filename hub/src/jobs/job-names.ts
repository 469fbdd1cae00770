import { z } from 'zod'
import { CaseId, SubmissionId } from 'contract/common'

/**
 * Every job by name, with what it is told. A job is told ids only and reads the rest when it runs.
 * A step that adds a job adds one line here.
 */
export const jobPayloads = {
  'analyse-submission': z.strictObject({ submissionId: SubmissionId }),
  'analyse-again': z.strictObject({
    days: z.number().int().min(1).max(3650),
    rereadingId: z.uuid().exactOptional(),
  }),
  'correlate-submission': z.strictObject({ submissionId: SubmissionId }),
  'fold-submission': z.strictObject({ submissionId: SubmissionId }),
  'reclassify-case': z.strictObject({ caseId: CaseId }),
  'tell-contacts': z.strictObject({
    organisationId: z.uuid(),
    kind: z.enum([
      'contact-changed',
      'vault-changed',
      'lane-changed',
      'agreement-ending',
      'somebody-let-in',
    ]),
    /** One for each time it happens, so that a job that runs twice tells once. */
    happeningId: z.uuid(),
  }),
  'tell-keepers': z.strictObject({
    kind: z.enum(['break-glass-opened', 'staff-recovery-begun', 'staff-changed']),
    happeningId: z.uuid(),
  }),
  'tell-person': z.strictObject({
    personId: z.uuid(),
    kind: z.enum(['recovery-code-used', 'own-recovery-begun', 'own-recovery-confirmed']),
    happeningId: z.uuid(),
  }),
  'remind-agreement': z.strictObject({
    agreementId: z.uuid(),
    daysBefore: z.number().int().positive(),
  }),
  'settle-answers': z.strictObject({ bulletinId: z.uuid() }),
  'apply-permissions': z.strictObject({ bulletinId: z.uuid() }),
  'remind-provider': z.strictObject({ approvalId: z.uuid() }),
  'carry-out-release': z.strictObject({ orderId: z.uuid() }),
  'send-notices': z.strictObject({ occasion: z.string().max(100) }),
  'send-notice': z.strictObject({ noticeId: z.uuid() }),
} as const satisfies Record<string, z.ZodType>

export type JobName = keyof typeof jobPayloads
export type JobPayload<Name extends JobName> = z.infer<(typeof jobPayloads)[Name]>

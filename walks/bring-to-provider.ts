import type { BulletinView } from 'contract/bulletin'
import type { SignedInClient } from './signed-in-client.ts'

const DAY_MS = 86_400_000

export interface LooseOrInCase {
  readonly submissionId: string
  readonly caseId?: string
}

/**
 * Takes a submission that was analysed as far as its provider: case, draft, every question as proposed, check,
 * request. Resolves with the bulletin's path in the API.
 */
export async function bringToProvider(
  analyst: SignedInClient,
  port: number,
  { submissionId, caseId }: LooseOrInCase,
): Promise<string> {
  const opened =
    caseId === undefined
      ? await analyst.mustAsk(port, 'POST', '/api/cases', { submissionIds: [submissionId] })
      : { caseId }
  const drafted = await analyst.mustAsk(port, 'POST', '/api/bulletins', { caseId: opened.caseId })
  const path = `/api/bulletins/${drafted.bulletinId}`
  const { questions } = (await analyst.mustAsk(port, 'GET', path)) as BulletinView
  for (const { questionId, proposed: choice } of questions) {
    await analyst.mustAsk(port, 'POST', `${path}/questions`, { questionId, choice })
  }
  await analyst.mustAsk(port, 'POST', `${path}/check`, {})
  const dueAt = new Date(Date.now() + DAY_MS).toISOString()
  await analyst.mustAsk(port, 'POST', `${path}/ask-approval`, { dueAt })
  return path
}

import type { BulletinView } from 'contract/bulletin'
import { openLedger } from './ledger.ts'
import type { WalkedHub } from './running-hub.ts'
import { openSignedInClient } from './signed-in-client.ts'

/** Takes so many mails of the provider all the way to a released warning, by the hub's own API. */
export async function releaseWarnings(hub: WalkedHub, count: number): Promise<void> {
  const { people, running } = hub
  const port = Number(new URL(hub.baseUrl).port)
  const open = (walker: keyof typeof people) =>
    openSignedInClient(running.hub, people[walker].personId)
  const [analyst, lead, provider] = await Promise.all(
    (['analyst', 'lead', 'provider'] as const).map(open),
  )
  if (analyst === undefined || lead === undefined || provider === undefined) return
  const ledger = openLedger(people.provider.token ?? '')
  for (let sent = 0; sent < count; sent += 1) await ledger.send(port, ledger.begin())

  for (let released = 0; released < count; released += 1) {
    const submissionId = await waitForLoose()
    const opened = await analyst.mustAsk(port, 'POST', '/api/cases', {
      submissionIds: [submissionId],
    })
    const { bulletinId } = await analyst.mustAsk(port, 'POST', '/api/bulletins', {
      caseId: opened.caseId,
    })
    const path = `/api/bulletins/${bulletinId}`
    const { questions } = (await analyst.mustAsk(port, 'GET', path)) as BulletinView
    for (const { questionId, proposed: choice } of questions) {
      await analyst.mustAsk(port, 'POST', `${path}/questions`, { questionId, choice })
    }
    await analyst.mustAsk(port, 'POST', `${path}/check`, {})
    const dueAt = new Date(Date.now() + 86_400_000).toISOString()
    await analyst.mustAsk(port, 'POST', `${path}/ask-approval`, { dueAt })
    const { rows } = await provider.mustAsk(port, 'GET', '/api/approvals')
    const { approvalId } = rows.find(({ state }: { state: string }) => state === 'waiting')
    const { contentHash } = await provider.mustAsk(port, 'GET', `/api/approvals/${approvalId}`)
    const answer = { answer: 'approve', contentHash }
    await provider.mustAsk(port, 'POST', `/api/approvals/${approvalId}/answer`, answer)
    const { audience } = (await lead.mustAsk(port, 'GET', path)) as BulletinView
    const { organisationCount } = audience
    await lead.mustAsk(port, 'POST', `${path}/release`, { contentHash, organisationCount })
  }

  async function waitForLoose(): Promise<string> {
    for (let tries = 0; tries < 150; tries += 1) {
      const { rows } = await analyst?.mustAsk(port, 'GET', '/api/submissions?state=analysed')
      if (rows.length > 0) return rows[0].submissionId
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    throw new Error('Nothing was analysed in time.')
  }
}

import type { BulletinView } from 'contract/bulletin'
import { bringToProvider, type LooseOrInCase } from './bring-to-provider.ts'
import { openLedger } from './ledger.ts'
import type { WalkedHub } from './running-hub.ts'
import { openSignedInClient, type SignedInClient } from './signed-in-client.ts'

/** Takes so many mails of the provider all the way to released warnings, by the hub's own API. */
export async function releaseWarnings(hub: WalkedHub, count: number): Promise<void> {
  const { people, running } = hub
  const port = Number(new URL(hub.baseUrl).port)
  const analyst = await openSignedInClient(running.hub, people.analyst.personId)
  const lead = await openSignedInClient(running.hub, people.lead.personId)
  const provider = await openSignedInClient(running.hub, people.provider.personId)
  const ledger = openLedger(people.provider.token ?? '')
  for (let sent = 0; sent < count; sent += 1) await ledger.send(port, ledger.begin())
  for (let released = 0; released < count; released += 1) {
    const path = await bringToProvider(analyst, port, await waitForLoose(analyst, port))
    await approveWaiting(provider, port)
    const { contentHash, audience } = (await lead.mustAsk(port, 'GET', path)) as BulletinView
    const { organisationCount } = audience
    await lead.mustAsk(port, 'POST', `${path}/release`, { contentHash, organisationCount })
  }
}

/** The first submission that has been read and is in no case yet. */
export async function waitForLoose(analyst: SignedInClient, port: number): Promise<LooseOrInCase> {
  for (let tries = 0; tries < 150; tries += 1) {
    const { rows } = await analyst.mustAsk(port, 'GET', '/api/submissions?state=analysed')
    if (rows.length > 0) return { submissionId: rows[0].submissionId }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('Nothing was analysed in time.')
}

async function approveWaiting(provider: SignedInClient, port: number): Promise<void> {
  const { rows } = await provider.mustAsk(port, 'GET', '/api/approvals')
  for (const { approvalId, state } of rows) {
    if (state !== 'waiting') continue
    const path = `/api/approvals/${approvalId}`
    const { contentHash } = await provider.mustAsk(port, 'GET', path)
    await provider.mustAsk(port, 'POST', `${path}/answer`, { answer: 'approve', contentHash })
  }
}

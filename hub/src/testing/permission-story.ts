import { DUE, expectOk, handIn, type Story } from './bulletin-story.ts'
import type { HubAnswer, HubClient } from './hub-client.ts'
import { mailBytes } from './mails.ts'

/** Look-alikes of the story's provider and of its peer: each tells whom it was made for. */
export const PROVIDERS_VALUE = 'shiomidai-seikl.example'
export const PEERS_VALUE = 'kaido-kogyoo.example'

/** A mail that was made for one victim, whose name its sender imitates. */
export const imitatingMail = (domain: string): Buffer =>
  mailBytes({
    from: `billing@${domain}`,
    subject: 'Invoice',
    text: `https://${domain}/pay`,
  })

/** The peer registers what its look-alike imitates. */
export async function registerPeer({ hub, peer }: Story): Promise<void> {
  const vault = { names: [], people: [], watchList: [], urlServices: [] }
  const domains = ['kaido-kogyo.example']
  const path = `/api/organisations/${peer}/vault`
  expectOk(await hub.as({ contactOf: peer }).put(path, { ...vault, domains }))
}

/** A case of what each of these hands in, in this order. */
export async function openCaseOf(
  story: Story,
  mails: readonly (readonly [HubClient, Uint8Array])[],
): Promise<string> {
  const submissionIds = []
  for (const [as, bytes] of mails) {
    submissionIds.push(await handIn(story, as, bytes))
    story.hub.clock.advance(60_000)
  }
  return expectOk(await story.analyst.post('/api/cases', { submissionIds })).caseId
}

/** Drafts a bulletin that asks for every value there is, and has it checked. */
export async function askingBulletin(story: Story, caseId: string): Promise<string> {
  const { bulletinId } = expectOk(await story.analyst.post('/api/bulletins', { caseId }))
  await decideAsking(story, bulletinId)
  expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/check`))
  return bulletinId
}

export async function decideAsking({ analyst }: Story, bulletinId: string): Promise<void> {
  const path = `/api/bulletins/${bulletinId}`
  for (;;) {
    const { questions } = expectOk(await analyst.get(path))
    const open = questions.find((one: { decided?: string }) => one.decided === undefined)
    if (open === undefined) return
    const { questionId, proposed, choices } = open
    const mayAsk = choices.some(({ choice }: { choice: string }) => choice === 'ask')
    const decided = { questionId, choice: mayAsk ? 'ask' : proposed }
    expectOk(await analyst.post(`${path}/questions`, decided))
  }
}

export const ask = ({ analyst }: Story, bulletinId: string): Promise<HubAnswer> =>
  analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE, beyondWishes: true })

/** Checks a text once more and asks for what comes next. */
export async function askNext(story: Story, bulletinId: string): Promise<void> {
  await decideAsking(story, bulletinId)
  expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/check`))
  story.hub.clock.advance(60_000)
  expectOk(await ask(story, bulletinId))
}

/** The request that waits for a provider, as its contact reads it; nothing when none does. */
export async function findWaiting(contact: HubClient): Promise<HubAnswer['body'] | undefined> {
  const { rows } = expectOk(await contact.get('/api/approvals'))
  const waiting = rows.find(({ state }: { state: string }) => state === 'waiting')
  if (waiting === undefined) return undefined
  return expectOk(await contact.get(`/api/approvals/${waiting.approvalId}`))
}

export const answer = (
  contact: HubClient,
  { approvalId, contentHash }: HubAnswer['body'],
  body: object,
): Promise<HubAnswer> =>
  contact.post(`/api/approvals/${approvalId}/answer`, { contentHash, ...body })

/** Says yes to whatever waits for a provider: to values and to a text, with every tick. */
export async function agree(contact: HubClient): Promise<void> {
  const request = await findWaiting(contact)
  if (request === undefined) throw new Error('nothing waits for this provider')
  const permitted = request.identifying.map(({ value }: { value: string }) => value)
  const yes = request.about === 'values' ? 'permit' : 'approve'
  expectOk(await answer(contact, request, { answer: yes, permitted }))
}

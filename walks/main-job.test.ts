import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BulletinView } from 'contract/bulletin'
import type { Table1 } from 'contract/statistics'
import { lookOver } from './accessible.ts'
import { launchBrowser } from './browser.ts'
import { findAgreement } from './find-agreement.ts'
import { findPaperLabel } from './find-paper-label.ts'
import { getAs } from './hub-api.ts'
import { fraudMail } from './mails.ts'
import { startWalkedHub, type WalkedHub } from './running-hub.ts'
import {
  addAuthenticator,
  enrolPasskey,
  enrolTotp,
  openLink,
  signInByPasskey,
  signInByPassword,
  signInQuickly,
  signOut,
} from './sign-in.ts'
import { stopAtFailure } from './stop-at-failure.ts'
import { PROVIDER_TRACES } from './village.ts'
import { openVisitor, type Visitor } from './visitor.ts'

let hub: WalkedHub
let browser: Browser
let provider: Visitor
let lead: Visitor
let analyst: Visitor
let receiver: Visitor
let outsider: Visitor

beforeAll(async () => {
  ;[hub, browser] = await Promise.all([startWalkedHub(), launchBrowser()])
})
stopAtFailure(() => [provider, lead, analyst, receiver, outsider])
afterAll(async () => {
  await browser?.close()
  await hub?.stop()
})

test('a provider registers password and authenticator app by a one-time link', async () => {
  provider = await openVisitor(browser, hub.baseUrl)
  await provider.open('/sign-in')
  await lookOver(provider)
  await openLink(provider, hub.people.provider)
  await lookOver(provider)
  await enrolTotp(provider, 'a long password of eleven words')
  await expect.poll(() => provider.page.url()).toContain('/home')
})

test('a lead registers a passkey and signs in with it', async () => {
  lead = await openVisitor(browser, hub.baseUrl)
  await addAuthenticator(lead)
  await openLink(lead, hub.people.lead)
  await enrolPasskey(lead)
  await signOut(lead)
  await signInByPasskey(lead)
  await expect.poll(() => lead.page.url()).toContain('/queue')
})

test('an analyst signs in by password and code', async () => {
  analyst = await openVisitor(browser, hub.baseUrl)
  await signInByPassword(analyst, hub.people.analyst)
  await expect.poll(() => analyst.page.url()).toContain('/queue')
  await lookOver(analyst)
})

test('the provider drops a mail on the page and gets its receipt', async () => {
  const { page } = provider
  await lookOver(provider)
  await dropFile(provider, 'suspicious.eml', fraudMail())
  await expect.poll(() => page.locator('.upload .chip').first().innerText()).toMatch(/^S-\d{4}-/)
})

/** Drops a file on the page as a person does with the mouse. */
async function dropFile({ page }: Visitor, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    `(() => {
      const transfer = new DataTransfer()
      const bytes = Uint8Array.from(atob('${bytes.toString('base64')}'), (c) => c.charCodeAt(0))
      transfer.items.add(new File([bytes], '${name}', { type: 'message/rfc822' }))
      return transfer
    })()`,
  )
  await page.dispatchEvent('.drop-zone', 'dragover', { dataTransfer: transfer })
  await page.dispatchEvent('.drop-zone', 'drop', { dataTransfer: transfer })
}

let caseId = ''
let path = ''
let releasePath = ''
let tableBefore: Table1

test('the provider says how far it may go and sees it received', async () => {
  const { page } = provider
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: '保存する' }).click()
  await sheet.waitFor({ state: 'detached' })
  await provider.open('/my-submissions')
  await page.getByText('お振込先変更のご連絡').first().click()
  await page.waitForURL('**/my-submissions/*')
  await page.waitForLoadState('networkidle')
  await lookOver(provider)
})

test('an analyst finds it in the queue, reads the evidence and makes a case', async () => {
  const { page } = analyst
  await analyst.open('/queue?tab=all')
  await page.getByText('お振込先変更のご連絡').first().waitFor()
  await lookOver(analyst)
  await page.getByRole('link', { name: '証拠を開く' }).click()
  await page.waitForURL('**/submissions/*')
  await page.locator('.evidence').waitFor()
  await lookOver(analyst)
  await page.getByRole('button', { name: /^所見\d+件/ }).click()
  await page.locator('.evidence-findings .finding-title').first().waitFor()
  expect(await page.locator('.evidence').innerText()).toContain('irabu-va1ve')
  await lookOver(analyst)
  await page.getByRole('button', { name: '事案にする' }).click()
  const { rows } = await until(
    () => getAs<{ rows: { caseId: string }[] }>(analyst, '/api/cases'),
    ({ rows }) => rows.length === 1,
  )
  caseId = rows[0]?.caseId ?? ''
  await analyst.open(`/cases/${caseId}`)
  await lookOver(analyst)
})

test('the text is drafted, decided and checked, and the provider is asked', async () => {
  const { page } = analyst
  tableBefore = await getAs<Table1>(analyst, '/api/statistics/table1')
  await page.getByRole('button', { name: '共有文を作る' }).click()
  await page.waitForURL('**/bulletins/*')
  await page.locator('.bench').waitFor()
  path = `/api${new URL(page.url()).pathname}`
  expect(await findPaperLabel(page)).toBe('inside-ja')
  await lookOver(analyst)
  const decide = page.getByRole('button', { name: '決める' })
  const { questions } = await getAs<BulletinView>(analyst, path)
  for (const left of questions.map((_, at) => questions.length - 1 - at)) {
    await decide.click()
    await until(
      () => getAs<BulletinView>(analyst, path),
      ({ questions: all }) => all.filter(({ decided }) => decided === undefined).length === left,
    )
  }
  await page.getByRole('button', { name: '検査する' }).click()
  const ask = page.getByRole('button', { name: '承認を求める', exact: true })
  await ask.click()
  await lookOver(analyst)
  await page.getByRole('dialog').getByRole('button', { name: '承認を求める', exact: true }).click()
  const { check } = await until(
    () => getAs<BulletinView>(analyst, path),
    ({ state }) => state === 'waiting',
  )
  expect(check?.clean).toBe(true)
  await lookOver(analyst)
})

test('the provider reads what will go out and approves it', async () => {
  const { page } = provider
  await provider.open('/home')
  await lookOver(provider)
  await page.getByRole('link', { name: '文面を確認する' }).click()
  await page.waitForURL('**/approvals/*')
  await page.locator('.approval-seen').waitFor()
  const seen = await page.locator('.approval-seen').innerText()
  for (const trace of PROVIDER_TRACES) expect(seen).not.toContain(trace)
  expect(await findPaperLabel(page)).toBe('inside-ja')
  await lookOver(provider)
  await page.getByRole('button', { name: 'この文面で承認する' }).click()
  const bulletin = await until(
    () => getAs<BulletinView>(analyst, path),
    ({ state }) => state === 'approved',
  )
  expect(bulletin.approvals).toMatchObject([{ state: 'approved', answeredBy: '鳴滝 惣一' }])
})

test('the lead, another person than the author, shares it', async () => {
  const { page } = lead
  await lead.open(`${path.slice('/api'.length)}/release`)
  const share = page.getByRole('button', { name: '4組織に共有する' })
  await share.waitFor()
  expect(await findPaperLabel(page)).toBe('inside-ja')
  await lookOver(lead)
  await share.click()
  await until(
    () => getAs<BulletinView>(lead, path),
    ({ state }) => state === 'released',
  )
  await lead.open('/bulletins')
  await lookOver(lead)
})

test('a receiving member reads it and answers', async () => {
  receiver = await openVisitor(browser, hub.baseUrl)
  await signInQuickly(receiver, hub.people.receiver)
  const { page } = receiver
  await receiver.open('/home')
  await page.locator('.warning-title a').first().waitFor()
  await lookOver(receiver)
  await page.locator('.warning-title a').first().click()
  await page.waitForURL('**/inbox/*')
  await page.locator('.bulletin').waitFor()
  await page.getByRole('button', { name: '届いた', exact: true }).waitFor()
  releasePath = `/api${new URL(page.url()).pathname}`
  expect(await findPaperLabel(page)).toBe('tlp-amber')
  const text = await page.locator('main').innerText()
  for (const trace of PROVIDER_TRACES) expect(text).not.toContain(trace)
  await lookOver(receiver)
  await page.getByRole('button', { name: '届いた', exact: true }).click()
  await page.getByText('回答済み').waitFor()
})

test('the hub reads the answer, and the table of the quarter has grown by one and one', async () => {
  const readers = await getAs<{ answers: unknown[] }>(analyst, `${path}/readers`)
  expect(readers.answers).toMatchObject([{ organisation: '葛城工機株式会社', answer: 'got-it' }])
  const after = await getAs<Table1>(analyst, '/api/statistics/table1')
  const last = ({ submissions, bulletins: shared }: Table1) => [
    submissions.at(-1)?.value ?? 0,
    shared.at(-1)?.value ?? 0,
  ]
  expect(last(after)).toEqual([last(tableBefore)[0], (last(tableBefore)[1] ?? 0) + 1])
  expect(last(after)).toEqual([1, 1])
})

test('every member of the group got one notice, and nobody else', async () => {
  const released = await until(
    async () => (await hub.notices()).filter(({ words }) => words.includes('/inbox/')),
    (notices) => notices.length >= 4,
  )
  const { provider: one, receiver: two, neighbour: three, bystander: four } = hub.people
  expect(released.map(({ to }) => to).sort()).toEqual(
    [one.email, two.email, three.email, four.email].sort(),
  )
  for (const { words } of released) {
    for (const trace of PROVIDER_TRACES) expect(words).not.toContain(trace)
  }
})

test('a member of another group sees nothing of it', async () => {
  outsider = await openVisitor(browser, hub.baseUrl)
  await signInQuickly(outsider, hub.people.outsider)
  await outsider.open('/home')
  expect(await outsider.page.locator('.warning').count()).toBe(0)
  await lookOver(outsider)
  expect(await getAs(outsider, '/api/inbox')).toMatchObject({ rows: [] })
  const hidden = [releasePath, `${releasePath}/text`, `${releasePath}/csv`, `${releasePath}/stix`]
  for (const address of [...hidden, path, `/api/cases/${caseId}`]) {
    const guessed = address.replace(/[0-9a-f-]{36}/, crypto.randomUUID())
    expect(await answerOf(outsider, address), address).toEqual(await answerOf(outsider, guessed))
  }
})

test('the machine of another group is served an empty collection', async () => {
  const { machinery, broadcast } = hub.groups
  const headers = { accept: 'application/taxii+json;version=2.1' }
  const ask = async (token: string | undefined, collection: string) => {
    const address = `${hub.baseUrl}/taxii2/api/collections/${collection}/objects/`
    const authorization = `Bearer ${token ?? ''}`
    const answer = await fetch(address, { headers: { ...headers, authorization } })
    return { status: answer.status, body: (await answer.json()) as { objects?: unknown[] } }
  }
  const { outsider: other, receiver: member } = hub.people
  expect(await ask(other.token, broadcast)).toEqual({ status: 200, body: {} })
  expect((await ask(other.token, machinery)).status).toBe(404)
  const mine = await ask(member.token, machinery)
  expect(mine.body.objects?.length).toBeGreaterThan(0)
  for (const trace of PROVIDER_TRACES) expect(JSON.stringify(mine.body)).not.toContain(trace)
})

/** Status and body with what differs by chance in every answer taken out. */
async function answerOf({ context }: Visitor, address: string) {
  const answer = await context.request.get(address)
  const text = await answer.text()
  const body = text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '').replace(/"traceId":"[^"]*"/, '')
  return { status: answer.status(), body }
}

/** Asks again until the answer is as expected. */
async function until<T>(ask: () => Promise<T>, isDone: (answer: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await ask()
    if (isDone(answer)) return answer
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('It did not come to pass.')
}

const EVERYDAY = [
  // who        pages
  ['analyst', ['/submissions', '/cases', '/first-run', '/settings']],
  ['lead', ['/statistics', '/community', '/audit']],
  ['receiver', ['/inbox', '/my-submissions', '/organisation', '/agreements/*', '/machines']],
] as const
/** On paper everything of ours stays inside but an agreement, which either side shows to whom it likes. */
const toLabel = (page: string): string => (page === '/agreements/*' ? 'auto' : 'inside-ja')

test.each(EVERYDAY)('the %s goes through the other pages of the navigation', async (who, pages) => {
  const visitor = { analyst, lead, receiver }[who]
  for (const page of pages) {
    await visitor.open(page === '/agreements/*' ? await findAgreement(visitor) : page)
    expect([page, await findPaperLabel(visitor.page)]).toEqual([page, toLabel(page)])
    await lookOver(visitor)
  }
})

test('every page was for everybody, no console held an error, and no request left this machine', () => {
  const visitors = [provider, lead, analyst, receiver, outsider]
  expect(visitors.flatMap((visitor) => visitor.problems())).toEqual([])
})

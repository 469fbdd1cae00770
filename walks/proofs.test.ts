import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RealProvider, startRealProvider } from '../hub/src/people/testing/real-provider.ts'
import { lookOver } from './accessible.ts'
import { bringToProvider } from './bring-to-provider.ts'
import { launchBrowser } from './browser.ts'
import { getAs } from './hub-api.ts'
import { openLedger } from './ledger.ts'
import { waitForLoose } from './release-warnings.ts'
import { startWalkedHub, type WalkedHub } from './running-hub.ts'
import { codeOf, openSession, signOut } from './sign-in.ts'
import { openSignedInClient } from './signed-in-client.ts'
import { stopAtFailure } from './stop-at-failure.ts'
import { openVisitor, type Visitor } from './visitor.ts'

/*
 * Proofs of who sits at the screen beyond the first sign-in: a fresh second factor before an act that binds, and the
 * hub's own second factor after the word of an OpenID provider, the one of the OpenID certification list.
 */

const folder = mkdtempSync(join(tmpdir(), 'noroshi-walk-provider-'))
let service: RealProvider
let hub: WalkedHub
let browser: Browser
let contact: Visitor
let analyst: Visitor

beforeAll(async () => {
  ;[hub, browser] = await Promise.all([startWalkedHub({ settingsFor }), launchBrowser()])
})
stopAtFailure(() => [contact, analyst])
afterAll(async () => {
  await browser?.close()
  await hub?.stop()
  await service?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function settingsFor(baseUrl: string): Promise<Record<string, string>> {
  service = await startRealProvider(`${baseUrl}/sign-in/return`)
  const secretFile = join(folder, 'secret')
  writeFileSync(secretFile, service.clientSecret, { mode: 0o600 })
  return {
    NOROSHI_OIDC_ISSUER: service.issuer,
    NOROSHI_OIDC_CLIENT_ID: 'hub',
    NOROSHI_OIDC_CLIENT_SECRET_FILE: secretFile,
    NOROSHI_OIDC_NAME: '共通サインイン',
  }
}

/** A text waits for the answer of the receiver, who handed the mail in this time. */
async function askReceiver(): Promise<string> {
  const port = Number(new URL(hub.baseUrl).port)
  const { running, people } = hub
  const ledger = openLedger(people.receiver.token ?? '')
  await ledger.send(port, ledger.begin())
  const client = await openSignedInClient(running.hub, people.analyst.personId)
  return bringToProvider(client, port, await waitForLoose(client, port))
}

test('an approval long after the sign-in asks for a fresh code first, and then goes on by itself', async () => {
  const { people, running } = hub
  const path = await askReceiver()
  contact = await openVisitor(browser, hub.baseUrl)
  await openSession(contact, running.hub, people.receiver.personId, { minutesAgo: 20 })
  const { page } = contact
  const { rows } = await getAs<{ rows: { approvalId: string }[] }>(contact, '/api/approvals')
  await contact.open(`/approvals/${rows[0]?.approvalId}`)
  await page.getByRole('button', { name: 'この文面で承認する' }).click()
  const sheet = page.getByRole('dialog', { name: 'もう一度、本人確認をします' })
  await sheet.waitFor()
  const secret = people.receiver.credentials?.totpSecret ?? ''
  const right = codeOf(secret)
  const wrong = right === '000000' ? '111111' : '000000'
  for (const code of [wrong, right]) {
    // Nothing has been answered as long as nobody has proved who answers.
    expect(await stateOf(path)).toBe('waiting')
    await sheet.getByLabel('認証アプリの6桁').fill(code)
    await sheet.getByRole('button', { name: '確認して続ける' }).first().click()
    if (code === wrong) await sheet.getByRole('alert').waitFor()
  }
  await sheet.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: '承認をいただきました' }).waitFor()
  expect(await stateOf(path)).toBe('approved')
  await lookOver(contact)
})

async function stateOf(path: string): Promise<string> {
  const { running, people } = hub
  const client = await openSignedInClient(running.hub, people.lead.personId)
  const port = Number(new URL(hub.baseUrl).port)
  return (await client.mustAsk(port, 'GET', path)).state
}

test('an analyst links an account of the sign-in service', async () => {
  service.expect({ subject: 'hayase-4711', email: 'someone.else@hub.example' })
  analyst = await openVisitor(browser, hub.baseUrl)
  await openSession(analyst, hub.running.hub, hub.people.analyst.personId)
  const { page } = analyst
  await analyst.open('/settings')
  await page.getByRole('button', { name: '結び付ける' }).click()
  await page.getByRole('button', { name: '解除する' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/settings')
  await lookOver(analyst)
})

test('the service’s word leads to the hub’s own second factor, and only with it to the queue', async () => {
  const { page } = analyst
  await signOut(analyst)
  await page.getByRole('button', { name: '共通サインインで続ける' }).click()
  const sheet = page.getByRole('dialog', { name: 'このハブの本人確認をします' })
  await sheet.waitFor()
  // What the service sent stays neither in the address nor in the history.
  expect(new URL(page.url()).search).toBe('')
  expect((await analyst.context.request.get('/api/queue')).status()).toBe(403)
  await sheet
    .getByLabel('認証アプリの6桁')
    .fill(codeOf(hub.people.analyst.credentials?.totpSecret ?? ''))
  await sheet.getByRole('button', { name: '確認して続ける' }).first().click()
  await page.waitForURL('**/queue**')
  await page.getByRole('heading', { name: '待ち' }).first().waitFor()
})

test('nobody’s browser met an error or left this machine', () => {
  // The refusal that opens the sheet, the wrong code, and what a session may not read before its second factor.
  const expected = /status of 403/
  const all = [contact, analyst].flatMap((visitor) => visitor.problems())
  expect(all.filter((problem) => !expected.test(problem))).toEqual([])
})

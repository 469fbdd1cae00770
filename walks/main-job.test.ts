import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { launchBrowser } from './browser.ts'
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
import { openVisitor, type Visitor } from './visitor.ts'

let hub: WalkedHub
let browser: Browser
let provider: Visitor
let lead: Visitor
let analyst: Visitor

beforeAll(async () => {
  ;[hub, browser] = await Promise.all([startWalkedHub(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await hub?.stop()
})

test('a provider registers password and authenticator app by a one-time link', async () => {
  provider = await openVisitor(browser, hub.baseUrl)
  await provider.open('/sign-in')
  await expectAccessible(provider)
  await openLink(provider, hub.people.provider)
  await expectAccessible(provider)
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
  await expectAccessible(analyst)
})

test('the provider drops a mail on the page and gets its receipt', async () => {
  const { page } = provider
  await expectAccessible(provider)
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

test('nothing unwanted happened in any browser', () => {
  for (const visitor of [provider, lead, analyst]) visitor.expectQuiet()
})
void signInQuickly

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookOver } from './accessible.ts'
import { launchBrowser } from './browser.ts'
import { getAs } from './hub-api.ts'
import { layeredMail } from './layered-mail.ts'
import { startWalkedHub, type WalkedHub } from './running-hub.ts'
import { signInQuickly } from './sign-in.ts'
import { stopAtFailure } from './stop-at-failure.ts'
import { openVisitor, type Visitor } from './visitor.ts'

let hub: WalkedHub
let browser: Browser
let analyst: Visitor
let path = ''

beforeAll(async () => {
  ;[hub, browser] = await Promise.all([startWalkedHub(), launchBrowser()])
  path = `/submissions/${await handIn(layeredMail())}`
  analyst = await openVisitor(browser, hub.baseUrl)
  await signInQuickly(analyst, hub.people.analyst)
})
stopAtFailure(() => [analyst])
afterAll(async () => {
  await browser?.close()
  await hub?.stop()
})

/** A member's machine hands the mail in. */
async function handIn(mail: Buffer): Promise<string> {
  const answer = await fetch(`${hub.baseUrl}/api/submissions?fileName=layers.eml`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${hub.people.receiver.token}`,
      'idempotency-key': 'walk-evidence-0001',
    },
    body: new Uint8Array(mail),
  })
  expect(answer.status).toBeLessThan(300)
  const { submissionId } = (await answer.json()) as { submissionId: string }
  return submissionId
}

const row = (name: string) => analyst.page.getByRole('treeitem').filter({ hasText: name }).first()
const middle = () => analyst.page.locator('.evidence-middle')

test('the tree shows every layer, what is repeated, and what stayed closed and why', async () => {
  await expect
    .poll(async () => (await getAs<{ analysis: string }>(analyst, `/api${path}`)).analysis, {
      timeout: 20_000,
    })
    .toBe('done')
  await analyst.open(path)
  await row('書類一式.zip').waitFor()
  expect(await row('前回のやり取り.eml').getAttribute('aria-level')).toBe('3')
  expect(await row('書類一式.zip').innerText()).toContain('×2')
  expect(await row('開けない書庫.zip').innerText()).toContain('パスワードが分からない')
  // The character that turns the name around is named, not obeyed.
  expect(await row('請求明細').innerText()).toContain('U+202E')
  await lookOver(analyst)
})

test('the keyboard goes through the tree, closes a branch and opens a file', async () => {
  const { page } = analyst
  await row('書類一式.zip').focus()
  await page.keyboard.press('ArrowLeft')
  expect(await row('書類一式.zip').getAttribute('aria-expanded')).toBe('false')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await middle().getByText('スクリプトが、別のプログラムや命令を実行します。').waitFor()
  expect(await middle().locator('.hex').textContent()).toContain('Set sh = CreateO')
  await lookOver(analyst)
})

test('a picture stays blurred until asked, beside where its code and the link on it lead', async () => {
  await row('icon.png').click()
  const picture = middle().locator('.picture')
  await picture.waitFor()
  expect(await picture.locator('img').getAttribute('class')).toContain('blurred')
  expect(await picture.innerText()).toContain('hxxps://a[.]example/x?e=abc')
  expect(await picture.innerText()).toContain('hxxps://files.mailbox-relay[.]test/invoice.pdf.html')
  await middle().getByRole('button', { name: 'はっきり見る' }).click()
  expect(await picture.locator('img').getAttribute('class')).toBe(null)
  await lookOver(analyst)
})

test('a finding and what shows it lead to each other', async () => {
  const { page } = analyst
  await analyst.open(path)
  const mark = page.locator('.header-line mark').first()
  await mark.hover()
  const lit = page.locator(`.finding[data-shows="${await mark.getAttribute('data-finding')}"]`)
  await expect.poll(() => lit.getAttribute('data-on')).toBe('')
  await mark.click()
  const number = new URL(page.url()).searchParams.get('finding')
  const item = page.locator(`.finding[data-shows="${number}"]`)
  expect(await item.getAttribute('data-on')).toBe('')
  await page.keyboard.press('n')
  await expect.poll(() => new URL(page.url()).searchParams.get('finding')).not.toBe(number)
})

test('the analysis goes on paper: light, defanged, on one page for an ordinary mail', async () => {
  const { page } = analyst
  await page.getByRole('link', { name: '印刷用' }).click()
  const sheet = page.locator('.print-sheet')
  await sheet.waitFor()
  const text = await sheet.innerText()
  for (const words of ['ハブ内限り', 'mailbox-relay[.]test', '開けませんでした', '通った道']) {
    expect(text).toContain(words)
  }
  expect(text).not.toMatch(/https?:\/\//)
  await lookOver(analyst)
})

test('no console held an error, and no request left this machine', () => {
  expect(analyst.problems()).toEqual([])
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { type CanaryServer, startCanaryServer } from './canary-server.ts'
import { type HostileHtml, listHostileHtml } from './hostile-html.ts'
import { findAgreement } from './find-agreement.ts'
import { getAs } from './hub-api.ts'
import { poisonAnswers } from './poison-answers.ts'
import { CANARY_ELEMENT, POLYGLOT } from './poison-text.ts'
import { releaseWarnings } from './release-warnings.ts'
import { startWalkedHub, type WalkedHub } from './running-hub.ts'
import { openSession } from './sign-in.ts'
import { stopAtFailure } from './stop-at-failure.ts'
import type { Walker } from './village.ts'
import { openVisitor, type Visitor } from './visitor.ts'

/*
 * Goal: nothing a sender writes acts in the browser of whoever reads it (threats C1 to C6). First hostile HTML of every
 * shape, as the hub serves it and once more as if the hub had redrawn nothing; then a canary in every text of every
 * answer, on every page of every role.
 */

let hub: WalkedHub
let browser: Browser
let canary: CanaryServer
let shapes: readonly HostileHtml[]
let analyst: Visitor
let submissionId = ''
let mailId = ''

beforeAll(async () => {
  ;[hub, browser, canary] = await Promise.all([
    startWalkedHub(),
    launchBrowser(),
    startCanaryServer(),
  ])
  shapes = listHostileHtml(canary.address)
  // First, so that the warning is not made of the hostile mail.
  await releaseWarnings(hub, 1)
  analyst = await enter('analyst')
  submissionId = await handIn(hostileMail(), 'walk-hostile-00001')
})
stopAtFailure(() => [analyst])
afterAll(async () => {
  await browser?.close()
  await Promise.all([hub?.stop(), canary?.stop()])
})

async function enter(who: Walker): Promise<Visitor> {
  const visitor = await openVisitor(browser, hub.baseUrl)
  await openSession(visitor, hub.running.hub, hub.people[who].personId)
  visitor.page.on('dialog', (dialog) => {
    visitor.note(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return visitor
}

/** A mail with every shape as body and as a file, and the canary in whatever a header or a name can hold. */
function hostileMail(): Buffer {
  const encoded = `=?utf-8?B?${Buffer.from(POLYGLOT).toString('base64')}?=`
  const files = shapes.map(([name, html], at) =>
    [
      '--b',
      `Content-Type: text/html; charset=utf-8; name="${at}.html"`,
      `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(`${name}${POLYGLOT}.html`)}`,
      `Content-Description: ${encoded}`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(html).toString('base64'),
    ].join('\r\n'),
  )
  const body = [
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    shapes.map(([, html]) => `<p>words</p>${html}`).join('\r\n'),
  ]
  const head = [
    'Received: from mx.sender.example ([192.0.2.10]) by mx.shiomizaka-seiki.example; Wed, 14 Oct 2026 09:00:05 +0900',
    `From: ${encoded} <accounts@sender.example>`,
    `To: ${encoded} <taro@shiomizaka-seiki.example>`,
    `Reply-To: ${encoded} <a@mailbox-relay.test>`,
    `Subject: ${encoded}`,
    'Date: Wed, 14 Oct 2026 09:00:00 +0900',
    `X-Mailer: ${POLYGLOT}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
  ]
  return Buffer.from([...head, ...body, ...files, '--b--', ''].join('\r\n'))
}

async function handIn(mail: Buffer, key: string): Promise<string> {
  const answer = await fetch(
    `${hub.baseUrl}/api/submissions?note=${encodeURIComponent(POLYGLOT)}`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${hub.people.receiver.token}`, 'idempotency-key': key },
      body: new Uint8Array(mail),
    },
  )
  expect(answer.status, await answer.clone().text()).toBeLessThan(300)
  return ((await answer.json()) as { submissionId: string }).submissionId
}

/** What a page must not have: marks of a script, elements made of the canary, handlers, addresses that act. */
const TRACES = `[
  ...(typeof top.noroshiRan === 'undefined' ? [] : ['ran: ' + top.noroshiRan]),
  ...document.querySelectorAll('${CANARY_ELEMENT}, [onerror], [onload], [onfocus], a[href^="javascript:" i], img[src="x"]'),
].map((found) => found.outerHTML ?? found)`

async function expectInert(visitor: Visitor): Promise<void> {
  const where = visitor.page.url()
  expect([where, await visitor.page.evaluate(TRACES)]).toEqual([where, []])
  expect(canary.hits()).toEqual([])
}

test('the mail with every hostile shape is read, and its pages show it as text', async () => {
  await expect
    .poll(
      async () =>
        (await getAs<{ analysis: string }>(analyst, `/api/submissions/${submissionId}`)).analysis,
      { timeout: 60_000 },
    )
    .toBe('done')
  const { mails } = await getAs<{ mails: { mailId: string }[] }>(
    analyst,
    `/api/submissions/${submissionId}`,
  )
  mailId = mails[0]?.mailId ?? ''
  for (const page of ['', '/print']) {
    await analyst.open(`/submissions/${submissionId}${page}`)
    await analyst.page.getByText(CANARY_ELEMENT).first().waitFor()
    await expectInert(analyst)
  }
})

interface Drawn {
  readonly artefacts: readonly { path: string; fileName?: string; isDrawn: boolean }[]
}

/** Shows an address in a frame as the page of evidence does, and clicks what can be clicked in it. */
async function show({ page }: Visitor, address: string): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    document.querySelector('#hostile')?.remove()
    const frame = document.createElement('iframe')
    Object.assign(frame, { id: 'hostile', onload: resolve, onerror: resolve })
    frame.setAttribute('sandbox', '')
    frame.src = '${address}'
    document.body.append(frame)
    setTimeout(resolve, 2000)
  })`)
  const inside = page.frames().find((frame) => frame.url().includes('safe-html'))
  for (const link of (await inside?.locator('#go').all()) ?? [])
    await link.click({ timeout: 1000 }).catch(() => {})
}

test('every shape is drawn without anything that acts: no error, no request, no step elsewhere', async () => {
  const { artefacts } = await getAs<Drawn>(analyst, `/api/mails/${mailId}`)
  const drawn = artefacts.filter(({ isDrawn }) => isDrawn)
  expect(drawn.length).toBeGreaterThanOrEqual(shapes.length - 3)
  await analyst.open(`/submissions/${submissionId}`)
  const { page } = analyst
  const pageUrl = page.url()
  await show(analyst, `/api/mails/${mailId}/safe-html`)
  for (const { path } of drawn) {
    await show(analyst, `/api/mails/${mailId}/artefacts/safe-html?path=${encodeURIComponent(path)}`)
    await expectInert(analyst)
  }
  expect(page.url()).toBe(pageUrl)
  expect(analyst.problems()).toEqual([])
})

test('the frame alone holds: the same shapes, not redrawn at all, under the headers of the hub', async () => {
  const visitor = await enter('analyst')
  await visitor.open('/settings')
  let html = ''
  await visitor.context.route('**/safe-html', async (route) =>
    route.fulfill({ response: await route.fetch(), body: `<!doctype html><body>${html}` }),
  )
  for (const [name, hostile] of shapes) {
    html = hostile
    await show(visitor, `/api/mails/${mailId}/safe-html`)
    await visitor.page.waitForTimeout(30)
    const frames = visitor.page.frames().map((frame) => frame.url())
    expect([name, frames.filter((url) => url.startsWith(canary.address))]).toEqual([name, []])
    expect([name, canary.hits()]).toEqual([name, []])
    expect([name, await visitor.page.evaluate('typeof top.noroshiRan')]).toEqual([
      name,
      'undefined',
    ])
  }
  expect(new URL(visitor.page.url()).pathname).toBe('/settings')
  await visitor.close()
})

const PAGES: readonly (readonly [Walker, readonly string[]])[] = [
  [
    'analyst',
    [
      '/queue?tab=all',
      '/submissions',
      '/submissions/*',
      '/submissions/*/print',
      '/cases',
      '/cases/*',
      '/bulletins',
      '/bulletins/*',
      '/knowledge',
      '/settings',
    ],
  ],
  [
    'lead',
    [
      '/bulletins/*/release',
      '/community',
      '/organisations/*',
      '/statistics',
      '/audit',
      '/first-run',
    ],
  ],
  [
    'provider',
    [
      '/home',
      '/my-submissions',
      '/my-submissions/*',
      '/approvals/*',
      '/organisation',
      '/agreements/*',
      '/machines',
      '/inbox',
      '/inbox/*',
    ],
  ],
]

/** First thing of each kind, by what lists it. */
// biome-ignore format: a table is read by its columns.
const LISTS: Readonly<Record<string, readonly [string, string]>> = {
  '/cases/*':          ['/api/cases',          'caseId'],
  '/bulletins/*':      ['/api/bulletins',      'bulletinId'],
  '/my-submissions/*': ['/api/my/submissions', 'submissionId'],
  '/approvals/*':      ['/api/approvals',      'approvalId'],
  '/inbox/*':          ['/api/inbox',          'releaseId'],
}

async function findPath(visitor: Visitor, page: string): Promise<string> {
  if (!page.includes('*')) return page
  if (page.startsWith('/submissions')) return page.replace('*', submissionId)
  if (page.startsWith('/organisations'))
    return page.replace('*', hub.people.provider.organisationId ?? '')
  if (page.startsWith('/agreements')) return findAgreement(visitor)
  const [list = '', id = ''] = LISTS[page.replace('/release', '')] ?? []
  const { rows } = await getAs<{ rows: Record<string, string>[] }>(visitor, list)
  return page.replace('*', rows[0]?.[id] ?? 'missing')
}

test.each(PAGES)(
  'the %s reads a canary in every text of every page, and none becomes markup',
  async (who, pages) => {
    const visitor = await enter(who)
    const paths = await Promise.all(pages.map((page) => findPath(visitor, page)))
    await poisonAnswers(visitor)
    const bare: string[] = []
    for (const path of paths) {
      await visitor.open(path)
      await visitor.page.locator('h1').first().waitFor({ state: 'attached' })
      await expectInert(visitor)
      const text = (await visitor.page.locator('body').textContent()) ?? ''
      if (!text.includes(CANARY_ELEMENT)) bare.push(path)
    }
    // The canary did arrive: pages without any text of somebody's are few.
    expect(bare.filter((path) => !['/settings', '/first-run'].includes(path))).toEqual([])
    expect(visitor.problems()).toEqual([])
    await visitor.close()
  },
)

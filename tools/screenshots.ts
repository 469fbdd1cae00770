import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { playStory } from '../hub/src/demo/play-story.ts'
import { type DemoHub, startDemo, type Visitor as Role } from '../hub/src/demo/start-demo.ts'
import { launchBrowser } from '../walks/browser.ts'
import { getAs } from '../walks/hub-api.ts'
import { signInQuickly } from '../walks/sign-in.ts'
import { openVisitor, type Visitor, type VisitorOptions } from '../walks/visitor.ts'

/*
 * Draws the pictures of the manual: runs the demonstration, signs in as each of its people and keeps what they see
 * in `docs/images`. `node tools/screenshots.ts queue` draws only those whose name begins with `queue`.
 */

const FOLDER = join(import.meta.dirname, '..', 'docs', 'images')
/** As wide as the workbench needs and no wider: its hatched ground is what makes a picture large. */
const WIDE = { width: 1320, height: 760 } as const
const PHONE = { width: 390, height: 844 } as const

interface Picture {
  readonly name: string
  readonly role: Role
  /** Path of the page, or how to find it. */
  readonly path: string | ((visitor: Visitor) => Promise<string>)
  readonly dress?: VisitorOptions
}

// biome-ignore format: a table is read by its columns.
const PICTURES: readonly Picture[] = [
  { name: 'queue',            role: 'analyst',  path: '/queue?tab=all' },
  { name: 'queue-en',         role: 'analyst',  path: '/queue?tab=all', dress: { language: 'en' } },
  { name: 'queue-dark',       role: 'analyst',  path: '/queue?tab=all', dress: { dark: true } },
  { name: 'evidence',         role: 'analyst',  path: findSubmission,   dress: { width: 1600, height: 1000 } },
  { name: 'case',             role: 'analyst',  path: findCase },
  { name: 'bulletin',         role: 'analyst',  path: findBulletin,     dress: WIDE },
  { name: 'bulletin-en',      role: 'analyst',  path: findBulletin,     dress: { ...WIDE, language: 'en' } },
  { name: 'release',          role: 'lead',     path: async (visitor) => `${await findBulletin(visitor)}/release` },
  { name: 'community',        role: 'lead',     path: '/community' },
  { name: 'statistics',       role: 'lead',     path: '/statistics' },
  { name: 'approval',         role: 'provider', path: findApproval },
  { name: 'approval-phone',   role: 'provider', path: findApproval,     dress: PHONE },
  { name: 'member-home',      role: 'receiver', path: '/home' },
  { name: 'member-home-phone', role: 'receiver', path: '/home',         dress: PHONE },
  { name: 'machines',         role: 'receiver', path: '/machines' },
  { name: 'audit',            role: 'admin',    path: '/audit' },
]

async function findSubmission(visitor: Visitor): Promise<string> {
  const { rows } = await getAs<{ rows: { submissionId: string; findingCount: number }[] }>(
    visitor,
    '/api/submissions?limit=100',
  )
  const richest = rows.toSorted((a, b) => b.findingCount - a.findingCount)[0]
  return `/submissions/${richest?.submissionId}?finding=1`
}

async function findCase(visitor: Visitor): Promise<string> {
  const { rows } = await getAs<{ rows: { caseId: string; submissionCount: number }[] }>(
    visitor,
    '/api/cases',
  )
  const largest = rows.toSorted((a, b) => b.submissionCount - a.submissionCount)[0]
  return `/cases/${largest?.caseId}`
}

/** The oldest one: it has been all the way. */
async function findBulletin(visitor: Visitor): Promise<string> {
  const { rows } = await getAs<{ rows: { bulletinId: string }[] }>(visitor, '/api/bulletins')
  return `/bulletins/${rows.at(-1)?.bulletinId}`
}

async function findApproval(visitor: Visitor): Promise<string> {
  const { rows } = await getAs<{ rows: { approvalId: string; state: string }[] }>(
    visitor,
    '/api/approvals',
  )
  const waiting = rows.find(({ state }) => state === 'waiting') ?? rows[0]
  return `/approvals/${waiting?.approvalId}`
}

const folder = mkdtempSync(join(tmpdir(), 'noroshi-pictures-'))
mkdirSync(FOLDER, { recursive: true })
const [hub, browser] = await Promise.all([startDemo(folder, {}), launchBrowser()])
try {
  await playStory(await hub.toCast(() => {}))
  for (const role of Object.keys(hub.visitors) as Role[]) await drawAs(hub, browser, role)
} finally {
  await browser.close()
  await hub.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** Every picture of one person, in one session: a one-time code opens only one. */
async function drawAs(demo: DemoHub, window: Browser, role: Role): Promise<void> {
  const wanted = PICTURES.filter(({ name }) => name.startsWith(process.argv[2] ?? ''))
  const own = wanted.filter((picture) => picture.role === role)
  if (own.length === 0) return
  const { baseUrl } = demo.running
  const first = await openVisitor(window, baseUrl)
  await signInQuickly(first, demo.visitors[role])
  const cookies = await first.context.cookies()
  for (const { name, path, dress = {} } of own) {
    const visitor = await openVisitor(window, baseUrl, dress)
    await visitor.context.addCookies(cookies)
    const data = { language: dress.language ?? 'ja' }
    await visitor.context.request.post('/api/me/language', { data, headers: { origin: baseUrl } })
    await visitor.open(typeof path === 'string' ? path : await path(visitor))
    await visitor.page.locator('h1').first().waitFor()
    await visitor.page.screenshot({ path: join(FOLDER, `${name}.png`) })
    await visitor.close()
    process.stdout.write(`${name}.png\n`)
  }
  await first.close()
}

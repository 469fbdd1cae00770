import type { Browser, BrowserContext, Page } from 'playwright-core'

/** Somebody at a browser of their own, and everything that must not happen in it. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  readonly baseUrl: string
  /** Opens a page by its path and waits until nothing loads any more. */
  open(path: string): Promise<void>
  /** Keeps a problem to be told at the end of the walk. */
  note(problem: string): void
  /** Problems noted, errors on the console, and requests that would have left this machine. */
  problems(): readonly string[]
  close(): Promise<void>
}

export interface VisitorOptions {
  readonly language?: 'ja' | 'en'
  readonly width?: number
  readonly height?: number
  readonly dark?: boolean
}

const LOOPBACK = /^(https?|wss?):\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\/|^(data|blob|about):/

/** Opens a browser window with nothing in it from anybody else's. */
export async function openVisitor(
  browser: Browser,
  baseUrl: string,
  { language = 'ja', width = 1280, height = 800, dark = false }: VisitorOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width, height },
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'Asia/Tokyo',
    colorScheme: dark ? 'dark' : 'light',
    // What moves is drawn at its end, so that nothing is judged half faded.
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const unwanted: string[] = []
  context.on('request', (request) => {
    if (!LOOPBACK.test(request.url())) unwanted.push(`request to ${request.url()}`)
  })
  page.on('pageerror', (error) => unwanted.push(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    const { url } = message.location()
    unwanted.push(`console on ${page.url()}: ${message.text()} ${url}`)
  })
  return {
    ...{ page, context, baseUrl },
    async open(path) {
      await page.goto(path, { waitUntil: 'networkidle' })
    },
    note: (problem) => void unwanted.push(problem),
    problems: () => unwanted,
    close: () => context.close(),
  }
}

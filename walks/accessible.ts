import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Visitor } from './visitor.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const RUN = `axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + failureSummary)))`

/** Colours on their way from one to the other are neither; what turns for ever is not waited for. */
const SETTLED = `Promise.race([
  Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
  new Promise((resolve) => setTimeout(resolve, 1000)),
])`

interface Dress {
  readonly language: 'ja' | 'en'
  readonly colorScheme: 'light' | 'dark'
  readonly width: 390 | 1280
}

/** Every pair of language, colours and width in four dresses; all eight would show nothing that no pair shows. */
const DRESSES: readonly Dress[] = [
  { language: 'ja', colorScheme: 'light', width: 1280 },
  { language: 'ja', colorScheme: 'dark', width: 390 },
  { language: 'en', colorScheme: 'dark', width: 1280 },
  { language: 'en', colorScheme: 'light', width: 390 },
]

/**
 * Checks the page as it stands by the rules of WCAG 2.2 AA, in both languages, both colours and both widths. What is
 * wrong is noted and told at the end, so that one page does not hide the next.
 */
export async function lookOver(visitor: Visitor): Promise<void> {
  const { page } = visitor
  const found: string[] = []
  await page.locator('h1').first().waitFor({ state: 'attached' })
  for (const dress of DRESSES) {
    await putOn(visitor, dress)
    await page.evaluate(`window.axe === undefined && (() => { ${AXE} })()`)
    const violations = (await page.evaluate(RUN)) as string[]
    const name = `${new URL(page.url()).pathname} ${Object.values(dress).join(' ')}`
    found.push(...violations.map((violation) => `${name}: ${violation}`))
    const overflow = (await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )) as number
    if (overflow > 0) found.push(`${name}: ${overflow} px wider than the window`)
  }
  await putOn(visitor, { language: 'ja', colorScheme: 'light', width: 1280 })
  for (const problem of found) visitor.note(problem)
}

async function putOn({ page }: Visitor, dress: Dress): Promise<void> {
  const { language, colorScheme, width } = dress
  await page.setViewportSize({ width: 1280, height: 800 })
  if ((await page.getAttribute('html', 'lang')) !== language) {
    // Not by the mouse: below an open dialogue the button cannot be reached, and the dialogue is looked over too.
    await page.locator('.bar-language').dispatchEvent('click')
    await page.waitForSelector(`html[lang="${language}"]`)
  }
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize({ width, height: width === 390 ? 844 : 800 })
  await page.waitForLoadState('networkidle')
  await page.evaluate(SETTLED)
}

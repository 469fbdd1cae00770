import type { Page } from 'playwright-core'

/** Name of the `@page` rule by which the open page would be printed: which label stands on each of its sheets. */
export async function findPaperLabel(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' })
  const label = await page.evaluate<string>('getComputedStyle(document.body).page')
  await page.emulateMedia({ media: null })
  return label
}

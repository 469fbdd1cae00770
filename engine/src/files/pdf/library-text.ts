import { limits } from '../../limits.ts'

/**
 * Text by pdf.js, which knows the tables inside fonts. Ten times slower than reading the operators,
 * so it is asked only for documents whose fonts tell nothing by themselves, and only for those whose
 * pages we have followed to the end before: it knows no limits.
 */
export async function readLibraryText(bytes: Uint8Array, password: string): Promise<string> {
  const { pdfTextPagesMax: pagesMax, fileTextCharsMax: charsMax } = limits
  const { texts } = await readLibraryPages(bytes, password, { pagesMax, charsMax })
  return texts
    .map((text) => `${text}\n`)
    .join('')
    .trim()
}

/** The same page by page, and whether every page was read. */
export async function readLibraryPages(
  bytes: Uint8Array,
  password: string,
  { pagesMax, charsMax }: { readonly pagesMax: number; readonly charsMax: number },
): Promise<{ readonly texts: readonly string[]; readonly isWhole: boolean }> {
  const texts: string[] = []
  let charsLeft = charsMax
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    // The library takes the memory away from whoever hands it over.
    data: Uint8Array.from(bytes),
    password,
    // CVE-2024-4367: a font could bring code of its own.
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    const pages = Math.min(document.numPages, pagesMax)
    for (let number = 1; number <= pages && charsLeft > 0; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      let text = ''
      for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '')
      texts.push(text)
      charsLeft -= text.length
    }
    return { texts, isWhole: texts.length === document.numPages }
  } catch {
    return { texts, isWhole: false }
  } finally {
    await task.destroy()
  }
}

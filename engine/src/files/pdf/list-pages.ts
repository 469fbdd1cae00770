import { limits } from '../../limits.ts'
import type { PdfDocument } from './pdf-document.ts'
import { type PdfDict, type PdfValue, toDict, toItems, toNumber } from './pdf-value.ts'

export interface PdfPage {
  readonly dict: PdfDict
  /** Inherited from the nodes above (ISO 32000-2 §7.7.3.4). */
  readonly resources: PdfDict | undefined
  readonly area: number
}

/** Pages in order by the page tree; every page object in file order when there is no tree. */
export function listPages(document: PdfDocument): readonly PdfPage[] {
  const pages: PdfPage[] = []
  const seen = new Set<PdfDict>()
  const waiting: { value: PdfValue; above: readonly PdfDict[] }[] = [
    { value: document.get(document.catalog, 'Pages'), above: [] },
  ]
  while (waiting.length > 0 && pages.length < limits.pdfPagesMax) {
    const next = waiting.pop()
    const dict = toDict(document.resolve(next?.value))
    if (next === undefined || dict === undefined || seen.has(dict)) continue
    seen.add(dict)
    const kids = toItems(document.get(dict, 'Kids'))
    const above = [dict, ...next.above].slice(0, 20)
    if (kids.length === 0) pages.push(toPage(document, dict, above))
    for (const kid of kids.toReversed()) waiting.push({ value: kid, above })
  }
  if (pages.length > 0) return pages
  return document.objects
    .flatMap(({ value }) => {
      const dict = toDict(value)
      return dict !== undefined && document.isType(dict, 'Page') ? [dict] : []
    })
    .slice(0, limits.pdfPagesMax)
    .map((dict) => toPage(document, dict, [dict]))
}

function toPage(document: PdfDocument, dict: PdfDict, above: readonly PdfDict[]): PdfPage {
  const inherited = (key: string) =>
    above.map((node) => document.get(node, key)).find((value) => value !== undefined)
  return {
    dict,
    resources: toDict(inherited('Resources')),
    area: areaOf(document, inherited('MediaBox')),
  }
}

/** Area of a rectangle (§7.9.5) in square points. */
export function areaOf(document: PdfDocument, rectangle: PdfValue): number {
  const [left = 0, bottom = 0, right = 0, top = 0] = toItems(document.resolve(rectangle)).map(
    (one) => toNumber(document.resolve(one)),
  )
  return Math.abs((right - left) * (top - bottom))
}

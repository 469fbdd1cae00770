import { readHtml } from '../../evidence/links/read-html.ts'
import type { ProblemCode } from '../../evidence/problem.ts'
import { limits } from '../../limits.ts'
import type { FileLink, FileReader } from '../file-reading.ts'
import { decodePage } from './decode-page.ts'
import { findPayloads } from './find-payloads.ts'
import { findSigns } from './find-signs.ts'
import { type UnfoldedPage, unfoldPage } from './unfold-page.ts'

const TYPES = /^(?:text\/html|application\/xhtml\+xml|image\/svg\+xml|application\/hta)$/
const NAMES = /\.(?:html?|shtml?|xhtml?|xht|svg|hta)[.\s]*$/i

/** Pages as files, and SVG, which is a page to a browser. Scripts are unpacked and never run. */
export const html: FileReader = {
  format: 'html',
  reads: (type, fileName) => TYPES.test(type) || (type.startsWith('text/') && NAMES.test(fileName)),
  read({ bytes, budget }) {
    const source = decodePage(bytes)
    const readChars = Math.min(limits.pageCharsMax, Math.max(0, budget.pageCharsLeft))
    budget.pageCharsLeft -= source.length
    const problems: ProblemCode[] = source.length > readChars ? ['over-large-html'] : []
    const page = unfoldPage(source.slice(0, readChars))
    const { text, links } = readLayers(page)
    const members = findPayloads(page, budget)
    return {
      text,
      links,
      members,
      membersAre: 'embedded',
      signs: findSigns(page, links),
      ...(problems.length === 0 ? {} : { problems }),
    }
  },
}

/** What all layers say and link, the page itself first. */
function readLayers({ layers, targets }: UnfoldedPage): { text: string; links: FileLink[] } {
  const links = new Map<string, FileLink>()
  const texts: string[] = []
  for (const layer of layers) {
    const reading = readHtml(layer)
    texts.push(reading.text)
    for (const { url, kind, text } of reading.links)
      links.set(`${kind} ${url}`, { url, kind, ...(text === undefined ? {} : { text }) })
  }
  for (const { url, kind } of targets) links.set(`${kind} ${url}`, { url, kind })
  return { text: texts.join('\n').trim(), links: [...links.values()] }
}

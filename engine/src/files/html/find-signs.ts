import { limits } from '../../limits.ts'
import type { FileLink, FileSign } from '../file-reading.ts'
import type { UnfoldedPage } from './unfold-page.ts'

const PASSWORD_FIELD = /<input\b[^>]{0,1000}?\btype\s{0,5}=\s{0,5}\\?["']?password\b[^>]{0,200}/i
/** A file put together in the browser, where no gateway sees it (ATT&CK T1027.006). */
const BUILDS_FILE = /\bnew\s{1,5}(?:window\.)?(?:Blob|File)\s{0,5}\(|msSaveOrOpenBlob|msSaveBlob/
const HANDS_OVER = /createObjectURL|msSaveOrOpenBlob|msSaveBlob|\.download\s{0,5}=|['"]download['"]/
/** Names that obfuscators give: `_0x3fa2`. */
const MADE_NAME = /\b_0x[0-9a-f]{3,8}\b/g
/** Bots that take stolen passwords. */
const BOT = /api\.telegram\.org\/bot|discord(?:app)?\.com\/api\/webhooks/i

/** What a page does or asks for. */
export function findSigns(page: UnfoldedPage, links: readonly FileLink[]): FileSign[] {
  const signs: FileSign[] = []
  const add = (kind: FileSign['kind'], excerpt: string) => {
    signs.push({ kind, excerpt: excerpt.slice(0, limits.fileExcerptCharsMax) })
  }
  const all = page.layers.join('\n')
  const redirects = links.filter(({ kind }) => kind === 'redirect')
  for (const { url } of redirects.slice(0, 10)) add('html-redirect', url)
  for (const { url } of links.filter(({ kind }) => kind === 'form').slice(0, 10))
    add('html-form', url)
  const field = PASSWORD_FIELD.exec(all)?.[0]
  if (field !== undefined) add('html-password-field', field)
  const bot = BOT.exec(all)
  if (bot !== null) add('html-form', all.slice(bot.index, bot.index + 80))
  const built = BUILDS_FILE.exec(page.script)
  if (built !== null && HANDS_OVER.test(page.script))
    add('html-smuggling', page.downloadName || page.script.slice(built.index, built.index + 200))
  if (page.hidden !== '') add('html-obfuscated-script', page.hidden)
  else if ((page.script.slice(0, 200_000).match(MADE_NAME)?.length ?? 0) >= 20)
    add('html-obfuscated-script', page.script.trim())
  return signs
}

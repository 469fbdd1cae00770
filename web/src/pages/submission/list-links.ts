import type { MailView } from 'contract/analysis'

export interface LinkRow {
  readonly url: string
  /** What one sees instead of the address. */
  readonly text?: string | undefined
  /** `anchor`, `image`, `qr` and the like; see `FileReadingView`. */
  readonly kind: string
}

/** Links of one part or file: what a reader of the file found, else the addresses found in the part. */
export function listLinksAt(mail: MailView, path: string): readonly LinkRow[] {
  return toLinkIndex(mail).get(path) ?? []
}

const known = new WeakMap<MailView, Map<string, LinkRow[]>>()

/** Built once for a mail: two thousand parts ask for theirs. */
function toLinkIndex(mail: MailView): Map<string, LinkRow[]> {
  const before = known.get(mail)
  if (before !== undefined) return before
  const index = new Map<string, LinkRow[]>()
  const add = (path: string, link: LinkRow) => {
    const links = index.get(path) ?? []
    if (!links.some(({ url, kind }) => url === link.url && kind === link.kind)) links.push(link)
    index.set(path, links)
  }
  for (const { path, reading } of mail.artefacts) {
    for (const link of reading?.links ?? []) add(path, link)
  }
  const read = new Set(index.keys())
  for (const { path, leadsTo } of mail.parts) {
    if (leadsTo !== undefined) add(path, { url: leadsTo, kind: 'anchor' })
  }
  for (const { type, value, context, path } of mail.indicators) {
    if (type === 'url' && !read.has(path)) add(path, { url: value, kind: context })
  }
  known.set(mail, index)
  return index
}

import type { ArchiveMember, UnpackBudget } from '../archives/archive-member.ts'
import { detectType } from '../types/detect-type.ts'
import type { UnfoldedPage } from './unfold-page.ts'

const PAYLOADS_MAX = 5
const BYTES_MIN = 64

/** Pictures, fonts and sounds inside a page are what pages are made of. */
const ORDINARY = /^(?:image|font|audio|video)\//

/** Files that a page carries in its script to hand them over on the reader's own machine. */
export function findPayloads(
  { payloads, downloadName, layers }: UnfoldedPage,
  budget: UnpackBudget,
): ArchiveMember[] {
  const links = [...(layers[0] ?? '').matchAll(DATA_FILE)].map(([, data = '']) => data)
  const members: ArchiveMember[] = []
  for (const text of [...payloads, ...links]) {
    if (members.length >= PAYLOADS_MAX || text.length > budget.bytesLeft) break
    const content = toFile(text)
    const type = content && detectType(content)
    if (content === undefined || type === undefined || ORDINARY.test(type)) continue
    budget.bytesLeft -= content.length
    const name = downloadName || `payload-${members.length + 1}`
    members.push({ name, sizeBytes: content.length, content })
  }
  return members
}

/** A link to a file inside the page itself. */
const DATA_FILE = /data:application\/[\w.+-]{1,80};base64,([A-Za-z0-9+/=%]{100,8000000})/gi

function toFile(text: string): Buffer | undefined {
  const packed = text.replace(/\s+/g, '')
  const isHex = packed.length % 2 === 0 && /^[0-9a-f]+$/i.test(packed.slice(0, 4_000))
  if (!isHex && !/^[A-Za-z0-9+/_-]+={0,2}$/.test(packed.slice(0, 4_000))) return undefined
  const bytes = Buffer.from(packed, isHex ? 'hex' : 'base64')
  return bytes.length < BYTES_MIN ? undefined : bytes
}

import type { ArchiveMember } from '../archives/archive-member.ts'
import { limits } from '../../limits.ts'
import type { ContentLine } from './parse-lines.ts'

/** Properties that can hold a whole file (RFC 5545 §3.8.1.1, RFC 6350 §6.2.4 and §6.6.3). */
const HOLDERS = new Set(['ATTACH', 'PHOTO', 'LOGO', 'SOUND', 'KEY', 'IMAGE'])
const DATA_URL = /^data:[^,]{0,200};base64,/i

/** Files written into an invitation or a card: they arrive in the calendar with it, past every look at attachments. */
export function listAttached(lines: readonly ContentLine[]): readonly ArchiveMember[] {
  return lines
    .filter(({ name }) => HOLDERS.has(name))
    .flatMap((line) => toContent(line))
    .slice(0, limits.archiveMembersMax)
    .map(({ name, content }, index) => ({
      name: name ?? `attached-${index + 1}`,
      sizeBytes: content.length,
      content,
    }))
}

function toContent({ parameters, value }: ContentLine) {
  const start = DATA_URL.exec(value)?.[0].length
  const isEncoded = /^b(?:ase64)?$/i.test(parameters.get('ENCODING') ?? '')
  if (start === undefined && !isEncoded) return []
  const content = Buffer.from(value.slice(start ?? 0), 'base64')
  const name = parameters.get('X-FILENAME') ?? parameters.get('FILENAME')
  return content.length === 0 ? [] : [{ name, content }]
}

import { limits } from '../limits.ts'
import type { Artefact } from './artefact.ts'
import type { Link, Message } from './message.ts'

/** Links of a mail and of the files opened from it; a link in a file has the file's path. */
export function listAllLinks(message: Message, artefacts: readonly Artefact[]): readonly Link[] {
  const inFiles = artefacts.flatMap(({ path, reading }) =>
    (reading?.links ?? []).map((link) => ({ ...link, path, textRange: { start: 0, end: 0 } })),
  )
  if (inFiles.length === 0) return message.links
  return [...message.links, ...inFiles].slice(0, limits.linksMax)
}

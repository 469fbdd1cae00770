import type { ArchiveMember } from '../archives/archive-member.ts'
import type { VbaSource } from './read-vba-project.ts'

/** Modules as text files, so that the analyst can read what the macro says. */
export function toSourceMembers(sources: readonly VbaSource[]): ArchiveMember[] {
  return sources
    .filter(({ source }) => source !== '')
    .map(({ name, source }) => {
      const content = Buffer.from(source, 'utf8')
      return { name: `${name}.bas`, sizeBytes: content.length, content }
    })
}

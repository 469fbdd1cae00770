import type { FileReader } from '../file-reading.ts'
import { isArchive, unpackArchive } from './unpack-archive.ts'

/** Archives and compressed files; their members are opened in turn. */
export const archives: FileReader = {
  format: 'archives',
  reads: isArchive,
  async read(file) {
    const archive = await unpackArchive(file, file)
    if (archive === undefined) return {}
    const { members, problem } = archive
    return { members, ...(problem === undefined ? {} : { problems: [problem] }) }
  },
}

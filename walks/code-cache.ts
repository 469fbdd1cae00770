import { join } from 'node:path'

/**
 * Where the processes of all walks keep sources with their types stripped: a walk starts dozens of them, each of which
 * would else spend most of its start on reading the same files.
 */
export const CODE_CACHE = join(import.meta.dirname, '..', '.cache', 'code')

import { archives } from './archives/reader.ts'
import type { FileReader } from './file-reading.ts'
import { images } from './images/reader.ts'

/** Every format that is opened, sorted by name; one line each. Several may read one file. */
export const FILE_READERS: readonly FileReader[] = [archives, images]

import { archives } from './archives/reader.ts'
import { calendar } from './calendar/reader.ts'
import { embedded } from './embedded/reader.ts'
import type { FileReader } from './file-reading.ts'
import { html } from './html/reader.ts'
import { images } from './images/reader.ts'
import { office } from './office/reader.ts'
import { ole } from './ole/reader.ts'
import { onenote } from './onenote/reader.ts'
import { pdf } from './pdf/reader.ts'
import { msg } from './msg/reader.ts'
import { pe } from './pe/reader.ts'
import { pgp } from './pgp/reader.ts'
import { projects } from './projects/reader.ts'
import { queries } from './queries/reader.ts'
import { rtf } from './rtf/reader.ts'
import { scripts } from './scripts/reader.ts'
import { addressFiles } from './shortcuts/address-files.ts'
import { signed } from './signed/reader.ts'
import { shortcuts } from './shortcuts/reader.ts'
import { tnef } from './tnef/reader.ts'

/** Every format that is opened, sorted by name; one line each. Several may read one file. */
export const FILE_READERS: readonly FileReader[] = [
  addressFiles,
  archives,
  calendar,
  embedded,
  html,
  images,
  msg,
  office,
  ole,
  onenote,
  pdf,
  pe,
  pgp,
  projects,
  queries,
  rtf,
  scripts,
  shortcuts,
  signed,
  tnef,
]

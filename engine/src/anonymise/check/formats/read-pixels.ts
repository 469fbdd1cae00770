import { images } from '../../../files/images/reader.ts'
import type { DocumentPlace } from './document-place.ts'
import type { DocumentToRead } from './document-to-read.ts'

/**
 * What QR codes in a picture say. Letters drawn in pixels are not read, so pictures are counted and a person is
 * told to look at them; a picture too large to be searched for codes is refused.
 */
export async function readPixels(document: DocumentToRead, type: string): Promise<void> {
  const { bytes, name, place, reading } = document
  reading.pictureCount += 1
  const file = { bytes, type, fileName: name, passwords: [], budget: reading.budget }
  const { links = [], signs = [], problems = [] } = await images.read(file)
  const here: DocumentPlace = [...place, { kind: 'qr-code' }]
  for (const { url } of links) reading.addText(here, url)
  for (const { excerpt } of signs) reading.addText(here, excerpt)
  for (const problem of problems) {
    if (problem === 'file-damaged') reading.refuse(place, 'damaged')
    else if (problem !== 'only-first-frame') reading.refuse(place, 'too-large')
  }
}

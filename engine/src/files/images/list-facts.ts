import type { FileFact } from '../file-reading.ts'
import { parseXmp } from '../xmp/parse-xmp.ts'
import type { PictureHeader } from './picture-header.ts'
import { parseTiffTags, TIFF_TAGS } from './tiff-tags.ts'

/** What a picture says about itself: size, and how, when and with what it was made. */
export function listFacts({ format, width, height, exif, xmp }: PictureHeader): FileFact[] {
  const tags = exif === undefined ? undefined : parseTiffTags(exif)
  const text = (tag: number) => String(tags?.get(tag) ?? '').trim()
  const facts: FileFact[] = [
    { name: 'picture-format', value: format },
    ...(width === 0 ? [] : [{ name: 'pixels', value: `${width}×${height}` }]),
    { name: 'camera', value: `${text(TIFF_TAGS.make)} ${text(TIFF_TAGS.model)}`.trim() },
    { name: 'software', value: text(TIFF_TAGS.software) },
    { name: 'author', value: text(TIFF_TAGS.artist) },
    { name: 'taken-at', value: text(TIFF_TAGS.takenAt) },
    { name: 'changed-at', value: text(TIFF_TAGS.changedAt) },
    // Where somebody lives or works is not for a warning; that it is in there is worth knowing.
    { name: 'gps', value: tags?.has(TIFF_TAGS.gpsDirectory) ? 'present' : '' },
    ...(xmp === undefined ? [] : parseXmp(xmp)),
  ]
  const filled = facts.filter(({ value }) => value !== '')
  return [...new Map(filled.map((fact) => [`${fact.name} ${fact.value}`, fact])).values()]
}

import { zlibSync } from 'fflate'
import { SAMPLE_CODES } from '../../../../files/testing/sample-codes.ts'
import {
  exifSegment,
  pngChunk,
  writeExif,
  writeGif,
  writeJpeg,
  writePng,
  writeWebp,
} from './build-pictures.ts'
import type { HidingPlace } from './hiding-place.ts'

const text = (value: string): Buffer => Buffer.from(value, 'utf8')
const xmp = (name: string): Buffer =>
  text(`<x:xmpmeta><dc:creator>${name}</dc:creator></x:xmpmeta>`)
const exif = (tag: number, value: Uint8Array, type: 1 | 2 | 7 = 2): Buffer =>
  writeExif([{ tag, type, value }])

function place(
  format: string,
  where: string,
  told: RegExp,
  write: (name: string) => Uint8Array,
): HidingPlace {
  return {
    ...{ format, place: where, told },
    write: (name) => ({ name: `figure.${format}`, bytes: write(name) }),
  }
}

/** Pictures by where in them a name can stand. */
export const PICTURE_PLACES: readonly HidingPlace[] = [
  place('png', 'tEXt', /^picture text Author$/u, (name) =>
    writePng([pngChunk('tEXt', text(`Author\0${name}`))]),
  ),
  place('png', 'zTXt', /^picture text Author$/u, (name) =>
    writePng([pngChunk('zTXt', Buffer.concat([text('Author\0\0'), zlibSync(text(name))]))]),
  ),
  place('png', 'iTXt, compressed', /^picture text Author$/u, (name) =>
    writePng([
      pngChunk('iTXt', Buffer.concat([text('Author\0\x01\0ja\0\0'), zlibSync(text(name))])),
    ]),
  ),
  place('png', 'XMP', /^(?:XMP, element dc:creator|picture text XML:com\.adobe\.xmp)$/u, (name) =>
    writePng([pngChunk('iTXt', Buffer.concat([text('XML:com.adobe.xmp\0\0\0\0\0'), xmp(name)]))]),
  ),
  place('png', 'eXIf', /^EXIF Artist$/u, (name) =>
    writePng([pngChunk('eXIf', exif(0x013b, text(name)))]),
  ),
  place('png', 'a chunk of its own', /^chunk noRo$/u, (name) =>
    writePng([pngChunk('noRo', text(name))]),
  ),
  place('png', 'behind the end', /^bytes behind the end$/u, (name) => writePng([], text(name))),
  place('jpeg', 'EXIF Artist', /^EXIF Artist$/u, (name) =>
    writeJpeg([exifSegment(exif(0x013b, text(name)))]),
  ),
  place('jpeg', 'EXIF XPAuthor in UTF-16', /^EXIF XPAuthor$/u, (name) =>
    writeJpeg([exifSegment(exif(0x9c9d, Buffer.from(`${name}\0`, 'utf16le'), 1))]),
  ),
  place('jpeg', 'the thumbnail', /^thumbnail, picture comment$/u, (name) =>
    writeJpeg([exifSegment(writeExif([], writeJpeg([[0xfe, text(name)]])))]),
  ),
  place('jpeg', 'XMP', /^XMP, element dc:creator$/u, (name) =>
    writeJpeg([[0xe1, Buffer.concat([text('http://ns.adobe.com/xap/1.0/\0'), xmp(name)])]]),
  ),
  place('jpeg', 'IPTC', /^IPTC$/u, (name) =>
    writeJpeg([[0xed, Buffer.concat([text('Photoshop 3.0\x008BIM\x04\x04\0\0'), text(name)])]]),
  ),
  place('jpeg', 'a comment', /^picture comment$/u, (name) => writeJpeg([[0xfe, text(name)]])),
  place('jpeg', 'behind the end', /^bytes behind the end$/u, (name) => writeJpeg([], text(name))),
  place('gif', 'a comment', /^picture comment$/u, (name) => writeGif([[0xfe, text(name)]])),
  place('gif', 'XMP', /^chunk ff$/u, (name) =>
    writeGif([[0xff, Buffer.concat([text('XMP DataXMP'), xmp(name)])]]),
  ),
  place('webp', 'EXIF', /^EXIF Artist$/u, (name) =>
    writeWebp([['EXIF', exif(0x013b, text(name))]]),
  ),
  place('webp', 'XMP', /^XMP, element dc:creator$/u, (name) => writeWebp([['XMP ', xmp(name)]])),
]

/** Pictures of QR codes with what they say; made by another program, so the name is not ours to choose. */
export const CODE_PICTURES = {
  /** login.acc0unt.test/q */
  named: Buffer.from(SAMPLE_CODES.bareHost, 'base64'),
  /** Gate code 4471, ask for Miwa */
  clean: Buffer.from(SAMPLE_CODES.text, 'base64'),
} as const

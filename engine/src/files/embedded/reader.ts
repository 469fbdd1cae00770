import type { FileReader, FileReading } from '../file-reading.ts'
import { findPrograms, type HiddenProgram } from './find-programs.ts'

/** Files whose bytes are packed or are pictures: a program in them shows once they are opened. */
const SELDOM =
  /^(?:image\/(?!svg)|audio\/|video\/|font\/|application\/(?:zip|gzip|vnd\.rar|x-7z|x-xz|x-bzip2|zstd|x-tar|x-iso9660|vnd\.ms-cab|pgp|pkcs7|vnd\.openxmlformats|vnd\.oasis|java-archive))/

/** Programs hidden in other files: behind a document, inside a script, as text in an XML file (2020Q1 §5). */
export const embedded: FileReader = {
  format: 'embedded',
  reads: (type) => !SELDOM.test(type),
  read({ bytes }): FileReading {
    const programs = findPrograms(bytes)
    if (programs.length === 0) return {}
    return {
      membersAre: 'embedded',
      members: programs.map(({ content }, at) => ({
        name: `program-${at + 1}`,
        sizeBytes: content.length,
        content,
      })),
      signs: programs.map((program) => ({
        kind: program.encoding === 'plain' ? 'embedded-executable' : 'encoded-executable',
        excerpt: describe(program),
        range: { start: program.start, end: program.end },
      })),
    }
  },
}

function describe({ encoding, start, content }: HiddenProgram): string {
  const how = encoding === 'plain' ? 'as it is' : encoding
  return `Windows program, ${content.length} bytes, ${how}, from byte ${start}`
}

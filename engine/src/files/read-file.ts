import { isArchive } from './archives/unpack-archive.ts'
import { boundReading } from './bound-reading.ts'
import type { FileReader, FileReading, FileToRead } from './file-reading.ts'
import { FILE_READERS } from './readers.ts'

/** What every reader of this type of file saw, put together; undefined when none reads it. */
export async function readFile(file: FileToRead): Promise<FileReading | undefined> {
  const readers = FILE_READERS.filter((one) => one.reads(file.type, file.fileName))
  if (readers.length === 0) return undefined
  if (!isArchive(file.type)) {
    // A megabyte of archive can hold hundreds of large files, each as costly to read as one that was sent.
    const weight = readers.reduce((sum, one) => sum + (one.weight ?? 1), 0)
    const weighed = file.bytes.length * weight
    if (file.budget.readBytesLeft < weighed) return { problems: ['over-much-read'] }
    file.budget.readBytesLeft -= weighed
  }
  const readings: FileReading[] = []
  for (const reader of readers) readings.push(await readWith(reader, file))
  return boundReading(readings.length === 1 ? (readings[0] ?? {}) : join(readings), file.budget)
}

/**
 * A library that stumbles over hostile bytes costs this file's reading, not the mail's: the file is
 * kept, marked, and shown.
 */
async function readWith(reader: FileReader, file: FileToRead): Promise<FileReading> {
  try {
    return await reader.read(file)
  } catch {
    return { problems: ['file-damaged'] }
  }
}

function join(readings: readonly FileReading[]): FileReading {
  const membersAre = readings.find((one) => one.members?.length)?.membersAre
  const mail = readings.find((one) => one.mail !== undefined)?.mail
  const texts = readings.flatMap(({ text }) => (text ? [text] : []))
  return {
    members: readings.flatMap((one) => one.members ?? []),
    ...(membersAre === undefined ? {} : { membersAre }),
    ...(mail === undefined ? {} : { mail }),
    ...(texts.length === 0 ? {} : { text: texts.join('\n') }),
    links: readings.flatMap((one) => one.links ?? []),
    signs: readings.flatMap((one) => one.signs ?? []),
    facts: readings.flatMap((one) => one.facts ?? []),
    problems: readings.flatMap((one) => one.problems ?? []),
  }
}

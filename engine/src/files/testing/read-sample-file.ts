import { readFileSync } from 'node:fs'
import { startBudget } from '../archives/archive-member.ts'
import type { FileReading } from '../file-reading.ts'
import { readFile } from '../read-file.ts'
import { detectType } from '../types/detect-type.ts'

/** Reads bytes as the analysis does: by their detected type, with every reader of it. */
export async function readBytes(
  bytes: Uint8Array,
  fileName: string,
  passwords: readonly string[] = [],
): Promise<FileReading> {
  const type = detectType(bytes, fileName) ?? ''
  return (
    (await readFile({ bytes, type, fileName, passwords, budget: startBudget(1_000_000) })) ?? {}
  )
}

/** A file kept as base64 text beside its test. */
export function loadBase64(file: URL): Buffer {
  return Buffer.from(readFileSync(file, 'latin1'), 'base64')
}

/** Kinds and excerpts of a reading's signs, for a table of expectations. */
export function toSignLines(reading: FileReading): string[] {
  return (reading.signs ?? []).map(({ kind, excerpt }) => `${kind}: ${excerpt}`)
}

import { startBudget } from '../archives/archive-member.ts'
import type { FileToRead } from '../file-reading.ts'
import { detectType } from '../types/detect-type.ts'

/** A file as a reader gets it. */
export function toFile(bytes: Uint8Array, fileName = 'file'): FileToRead {
  return {
    bytes,
    type: detectType(bytes, fileName) ?? 'application/octet-stream',
    fileName,
    passwords: [],
    budget: startBudget(1_000_000),
  }
}

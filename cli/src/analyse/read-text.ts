import { readFileSync } from 'node:fs'

/** A file of text in UTF-8, without the mark that editors of Windows put before it and no parser expects. */
export function readText(file: string): string {
  return readFileSync(file, 'utf8').replace(/^\ufeff/, '')
}

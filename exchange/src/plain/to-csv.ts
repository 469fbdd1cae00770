import type { ReleasableBulletin } from 'engine'
import { toOneLine } from '../to-one-line.ts'

const COLUMNS = [
  ...['type', 'value', 'context', 'is_pattern', 'tlp'],
  // Behind the others, so that a reader of the first five need not change.
  ...['technique', 'first_seen_on', 'last_seen_on'],
] as const

/** The indicators as CSV (RFC 4180), values refanged. */
export function toCsv(bulletin: ReleasableBulletin): string {
  const rows = bulletin.indicators.map((one) => [
    ...[one.type, one.value, one.context, String(one.isPattern === true), `TLP:${bulletin.tlp}`],
    ...[one.technique ?? '', one.firstOn ?? '', one.lastOn ?? ''],
  ])
  return [COLUMNS, ...rows].map((row) => `${row.map(toCell).join(',')}\r\n`).join('')
}

/**
 * A spreadsheet runs a cell that begins with one of these signs as a formula, and an attacker
 * chooses his subjects and file names. A quote in front makes it text.
 */
const FORMULA = /^[=+\-@＝＋－＠]/u

function toCell(value: string): string {
  const line = toOneLine(value)
  const safe = FORMULA.test(line) ? `'${line}` : line
  return /[",']/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

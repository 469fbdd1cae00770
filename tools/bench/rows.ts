import type { BenchRow } from './contender.ts'
import { parseRow } from './parse-row.ts'

/** Every row of the benchmark; a new one is a file and a line here. */
export const rows: readonly BenchRow[] = [parseRow]

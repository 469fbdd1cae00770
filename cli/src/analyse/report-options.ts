import type { Style } from '../terminal/style.ts'
import type { Language } from '../words.ts'

/** How a report is drawn. */
export interface ReportOptions {
  readonly language: Language
  readonly style: Style
  readonly columns: number
  readonly isAll: boolean
}

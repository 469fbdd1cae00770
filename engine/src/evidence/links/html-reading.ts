import type { Link } from '../message.ts'
import type { ProblemCode } from '../problem.ts'

/** What one HTML part says and where it leads. */
export interface HtmlReading {
  /** Text as a reader sees it: blocks on their own lines, hidden text left out. */
  readonly text: string
  /** Text that styles hide. */
  readonly hiddenText: string
  /** Links with places in the HTML source. */
  readonly links: readonly Omit<Link, 'path'>[]
  readonly problems: readonly ProblemCode[]
}

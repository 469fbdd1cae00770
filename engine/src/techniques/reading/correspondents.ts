import type { Message } from '../../evidence/message.ts'
import { findQuotes } from '../../evidence/quotes/find-quotes.ts'
import { memoise } from './memoise.ts'
import { findAddressesInText, type TextAddress } from './text-addresses.ts'

/** Quoted text looked at; a thread's first pages hold everybody who takes part in it. */
const QUOTED_CHARS_MAX = 100_000

/** The quoted text of a mail; empty when nothing is quoted. */
export const findQuotedText = memoise(({ shownText }: Message): string => cutQuotedText(shownText))

/** What stands from the first quoted line on; empty when nothing is quoted. */
export function cutQuotedText(text: string): string {
  const start = findQuotes(text)[0]?.start
  return start === undefined ? '' : text.slice(start, start + QUOTED_CHARS_MAX)
}

/** People of the conversation this mail claims to continue: the addresses in its quoted text. */
export const listCorrespondents = memoise((message: Message): readonly TextAddress[] =>
  findAddressesInText(findQuotedText(message)),
)

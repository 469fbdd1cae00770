import type { Message } from '../../evidence/message.ts'
import { memoise } from './memoise.ts'
import { findAddressesInText, type TextAddress } from './text-addresses.ts'

/** Where a program begins to quote the mail that is answered. */
const QUOTE_STARTS =
  /^[>＞|]|^[^\S\n]{0,20}-{2,60}\s{0,8}(?:original message|元のメッセージ|forwarded message|転送メッセージ)|^_{10}|^[^\S\n]{0,20}(?:from|差出人|送信者)\s{0,8}[:：].{0,1000}@|(?:wrote|writes|schrieb)\s{0,8}[:：]?[^\S\n]{0,8}$|(?:さん|様)?は(?:書きました|書いています)/im

/** Quoted text looked at; a thread's first pages hold everybody who takes part in it. */
const QUOTED_CHARS_MAX = 100_000

/** The quoted text of a mail; empty when nothing is quoted. */
export const findQuotedText = memoise(({ shownText }: Message): string => cutQuotedText(shownText))

/** What stands from the first quoted line on; empty when nothing is quoted. */
export function cutQuotedText(text: string): string {
  const found = QUOTE_STARTS.exec(text)?.index
  if (found === undefined) return ''
  const start = findIntroduction(text, found)
  return text.slice(start, start + QUOTED_CHARS_MAX)
}

/** Characters that an introduction may have before its "wrote". */
const INTRODUCTION_CHARS_MAX = 300

/** "On Monday, Ingrid <i@a.example> wrote:" may be folded: the line of the match and the one before. */
function findIntroduction(text: string, at: number): number {
  const line = text.lastIndexOf('\n', at - 1) + 1
  if (at <= line) return line
  const before = line === 0 ? 0 : text.lastIndexOf('\n', line - 2) + 1
  return Math.max(before, at - INTRODUCTION_CHARS_MAX)
}

/** People of the conversation this mail claims to continue: the addresses in its quoted text. */
export const listCorrespondents = memoise((message: Message): readonly TextAddress[] =>
  findAddressesInText(findQuotedText(message)),
)

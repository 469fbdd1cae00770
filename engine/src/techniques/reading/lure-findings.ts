import type { Bilingual } from '../../bilingual.ts'
import type { Message } from '../../evidence/message.ts'
import type { FindingDraft, Place } from '../technique.ts'
import type { MailLure } from './mail-lures.ts'
import { placeOfHeader, placeOfText } from './places.ts'

/** Places and words of lures, as every technique about words shows them. */
export function showLures(
  message: Message,
  lures: readonly MailLure[],
): Pick<FindingDraft, 'where' | 'alsoWhere' | 'detail'> | undefined {
  const [where, ...alsoWhere] = lures
    .slice(0, PLACES_MAX)
    .flatMap((one) => placeOfLure(message, one))
  if (where === undefined) return undefined
  return {
    where,
    alsoWhere,
    detail: {
      kind: 'words',
      rules: lures.map(({ lure, quote }) => ({
        rule: lure.id,
        label: lure.label,
        quotes: [quote.replace(/\s+/g, ' ').slice(0, QUOTE_CHARS_MAX)],
      })),
    },
  }
}

const PLACES_MAX = 10
const QUOTE_CHARS_MAX = 200

function placeOfLure(message: Message, { zone, start, end }: MailLure): Place[] {
  if (zone !== 'subject') return [placeOfText(message, { start, end })]
  return message
    .header('subject')
    .slice(0, 1)
    .map((field) => placeOfHeader(message, field))
}

/** The labels of lures in a row, for a sentence. */
export function nameLures(lures: readonly MailLure[]): Bilingual {
  return {
    ja: lures.map(({ lure }) => `「${lure.label.ja}」`).join(''),
    en: lures.map(({ lure }) => lure.label.en).join('; '),
  }
}

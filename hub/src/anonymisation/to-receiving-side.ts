import { readReceivingSide, type ReceivingSide } from 'engine'
import type { CaseMail } from './case-material.queries.ts'

/** Whom a mail names as its recipients, of the header and the text that were put down when it was analysed. */
export function toReceivingSide({ view }: CaseMail): ReceivingSide {
  const texts = (view.parts ?? []).filter(({ text }) => text !== undefined)
  const plain = texts.find(({ isHtml }) => !isHtml)?.text
  return readReceivingSide(view.headers ?? [], plain ?? toLines(texts[0]?.text ?? ''))
}

const BREAKS = /<(?:br|hr|\/?(?:p|div|tr|li|h\d|blockquote))\b[^<>]{0,1000}>/giu
const TAGS = /<[^<>]{0,4000}>/gu

/** HTML as lines, roughly: enough to see where a quoted mail begins and whom it names. */
const toLines = (html: string): string =>
  html
    .replace(BREAKS, '\n')
    .replace(TAGS, '')
    .replace(/&(?:lt|#60);/gu, '<')
    .replace(/&(?:gt|#62);/gu, '>')

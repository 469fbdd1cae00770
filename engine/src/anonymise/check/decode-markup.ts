import { type Decoder, PieceWriter, replaceEach } from './piece.ts'

/** Tags and comments taken out: `kita<b></b>hama` and the runs of a Word document show one name. */
const markup: Decoder = {
  name: 'markup',
  yields: 'text',
  find(text) {
    const writer = new PieceWriter(text)
    const lastComment = text.lastIndexOf('-->')
    for (let start = text.indexOf('<'); start >= 0; ) {
      const end = endOfMarkup(text, start, lastComment)
      if (end > start) writer.replace(start, end, '')
      start = text.indexOf('<', Math.max(end, start + 1))
    }
    return writer.finish()
  },
}

/** Where markup that begins here ends; -1 when a `<` begins none. */
function endOfMarkup(text: string, start: number, lastComment: number): number {
  if (text.startsWith('<![CDATA[', start)) return start + 9
  // A comment that is never closed ends nowhere; it is then read like a tag.
  const isComment = text.startsWith('<!--', start) && lastComment > start
  if (isComment) return text.indexOf('-->', start) + 3
  if (!/[a-z/!?]/iu.test(text.charAt(start + 1))) return -1
  const close = text.indexOf('>', start)
  const open = text.indexOf('<', start + 1)
  return close < 0 || (open >= 0 && open < close) ? -1 : close + 1
}

/** Readings set beside kanji, in HTML (`rt`), Word (`w:rt`) and Excel (`rPh`), stand between the letters of a name. */
const readings: Decoder = {
  name: 'ruby',
  yields: 'text',
  find: (text) =>
    /<(?:rt|rp|rPh|w:rt)[\s>]/u.test(text)
      ? replaceEach(
          text,
          /<(rt|rp|rPh|w:rt)(?:\s[^<>]{0,200})?>[^<]{0,200}(?:<(?!\/?(?:rt|rp|rPh|w:rt)\b)[^<>]{0,200}>[^<]{0,200}){0,20}<\/\1>|<[^<>]{0,400}>/gu,
          () => '',
        )
      : [],
}

export const MARKUP_DECODERS: readonly Decoder[] = [markup, readings]

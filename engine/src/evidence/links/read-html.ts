import { Tokenizer } from 'htmlparser2'
import { limits } from '../../limits.ts'
import type { HtmlReading } from './html-reading.ts'
import { HtmlReader } from './html-reader.ts'

/**
 * Reads HTML flat, from its tokens. No tree is built: with htmlparser2's tree 200,000 open `<div>`
 * take seconds, with its tokenizer and our bounded stack they take milliseconds.
 */
export function readHtml(source: string): HtmlReading {
  const html = source.slice(0, limits.htmlCharsMax)
  const reader = new HtmlReader(html)
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader)
  tokenizer.write(html)
  tokenizer.end()
  const reading = reader.finish()
  if (source.length === html.length) return reading
  return { ...reading, problems: [...reading.problems, 'over-large-html'] }
}

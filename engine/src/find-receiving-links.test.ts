import { expect, test } from 'vitest'
import { parseMessage } from './evidence/parse-message.ts'
import { findReceivingLinks } from './find-receiving-links.ts'
import { cpuSeconds } from './testing/cpu-seconds.ts'

const LINK = '<a href="https://a.test/">x</a>'

test.each([
  '<div>',
  '<table>',
  '<div></table>',
  '<table></table>',
  '<div>Report this message</div>',
  'Report this message<br>',
  '*****<br>',
])('a page of %s is read in a moment', async (piece) => {
  const body = `${LINK}${piece.repeat(500_000 / piece.length)}`
  const message = parseMessage(Buffer.from(`Content-Type: text/html\r\n\r\n${body}`))
  expect(message.links).toHaveLength(1)
  expect(await cpuSeconds(() => findReceivingLinks(message))).toBeLessThan(3)
})

test.each(['* ', '*', '外部', 'external ', 'external email\n', '\n', 'x\n', '*****\n'])(
  'a text of %j is read in a moment',
  async (piece) => {
    const body = `https://a.test/\n${piece.repeat(500_000 / piece.length)}`
    const message = parseMessage(Buffer.from(`Content-Type: text/plain\r\n\r\n${body}`))
    expect(message.links).toHaveLength(1)
    expect(await cpuSeconds(() => findReceivingLinks(message))).toBeLessThan(2)
  },
)

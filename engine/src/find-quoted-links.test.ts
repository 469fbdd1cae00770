import { expect, test } from 'vitest'
import { parseMessage } from './evidence/parse-message.ts'
import { findQuotedLinks } from './find-quoted-links.ts'
import { cpuSeconds } from './testing/cpu-seconds.ts'

const toMail = (body: string) =>
  parseMessage(
    Buffer.from(
      `Content-Type: text/html\r\n\r\n<p>Please look at the changed account <a href="https://a.test/">x</a></p>${body}`,
    ),
  )

test.each(['<div ', '<blockquote>', 'from&nbsp;', 'from:', '<from:<a>', '-', 'from:<a>b<a>b'])(
  '%s without end is read in a moment',
  async (piece) => {
    const message = toMail(piece.repeat(400_000 / piece.length))
    expect(message.links).toHaveLength(1)
    expect(await cpuSeconds(() => findQuotedLinks(message))).toBeLessThan(2)
    expect([...findQuotedLinks(message)]).toEqual([])
  },
)

test('a thousand links between many quoted lines are read in a moment', async () => {
  const links = Array.from({ length: 5_000 }, (_, at) => `http://e.example/${at}`)
  const body = `${'>a\nb\n'.repeat(120_000)}${links.join('\n')}`
  const message = parseMessage(Buffer.from(`Content-Type: text/plain\r\n\r\n${body}`))
  expect(message.links).toHaveLength(5_000)
  expect(await cpuSeconds(() => findQuotedLinks(message))).toBeLessThan(2)
})

test('pages of tags in a `<pre>`, in letters that take two bytes, are read in a moment', async () => {
  const page = `<pre>あ${'a<b>'.repeat(124_000)}<a href=http://e.example/1>x</a>`
  const part = `--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}\r\n`
  const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'
  const message = parseMessage(Buffer.from(`${head}${part.repeat(8)}--b--\r\n`))
  expect(message.links).toHaveLength(8)
  expect(await cpuSeconds(() => findQuotedLinks(message))).toBeLessThan(3)
})

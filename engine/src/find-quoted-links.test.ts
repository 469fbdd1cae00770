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

import { expect, test } from 'vitest'
import { openArtefacts } from '../evidence/open-artefacts.ts'
import { parseMessage } from '../evidence/parse-message.ts'
import { limits } from '../limits.ts'
import { startBudget } from './archives/archive-member.ts'
import { boundReading } from './bound-reading.ts'

test('a thousand full texts are kept up to a limit in sum, and where that ends is said', () => {
  const budget = startBudget(1_000_000)
  const text = 'x'.repeat(limits.fileTextCharsMax)
  const sign = { kind: 'script-download' as const, excerpt: 'curl http://a.example' }
  const readings = Array.from({ length: 1_000 }, () =>
    boundReading({ text, signs: [sign] }, budget),
  )
  const chars = readings.reduce((sum, one) => sum + (one.text?.length ?? 0), 0)

  expect(chars).toBeLessThanOrEqual(limits.readingsCharsMax)
  expect(chars).toBeGreaterThan(limits.readingsCharsMax * 0.9)
  expect(readings[0]?.problems).toEqual([])
  expect(readings.at(-1)?.problems).toEqual(['over-long-text'])
})

test('a mail behind a thousand large texts is analysed all the same, with the limit named', async () => {
  const text = 'echo send money\r\n'.repeat(1_000)
  const parts = Array.from(
    { length: 1_000 },
    (_, at) => `--b\r\nContent-Disposition: attachment; filename=${at}.bat\r\n\r\n${text}\r\n`,
  )
  const mail = Buffer.from(
    `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('')}--b--\r\n`,
  )
  const { artefacts, problems } = await openArtefacts(parseMessage(mail))
  const chars = artefacts.reduce((sum, one) => sum + (one.reading?.text.length ?? 0), 0)
  expect(artefacts).toHaveLength(1_001)
  expect(chars).toBeLessThanOrEqual(limits.readingsCharsMax)
  expect(problems.map(({ code }) => code)).toContain('over-long-text')
})

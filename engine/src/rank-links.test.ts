import { expect, test } from 'vitest'
import { analyse } from './analyse.ts'
import { buildRegister } from './register/build-register.ts'

const register = buildRegister({ organisations: [] })

/** A mail of these lines, as text. */
async function urlsOf(lines: readonly string[]): Promise<readonly string[]> {
  const mail = [
    'From: Pay Desk <a@pay-desk.test>',
    'To: B <b@recipient.example>',
    'Subject: Invoice',
    'Content-Type: text/plain; charset=utf-8',
    '',
    ...lines,
  ].join('\r\n')
  const { indicators } = await analyse(Buffer.from(mail), { register })
  return indicators.filter(({ type }) => type === 'url').map(({ value }) => value)
}

test('two hundred links to one host do not hide the one to another behind them', async () => {
  const filler = Array.from({ length: 200 }, (_, at) => `https://news.filler.test/page/${at}`)
  const urls = await urlsOf([...filler, 'https://login.evil.test/session'])
  expect(urls).toHaveLength(200)
  expect(urls).toContain('https://login.evil.test/session')
})

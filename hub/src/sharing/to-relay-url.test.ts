import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { withRelay } from '../testing/relay.ts'
import { toRelayUrl } from './to-relay-url.ts'

// biome-ignore format: a table is read by its columns.
test.each([
  ['smtps://relay.example',                        'smtps://relay.example'],
  ['smtp://localhost:2525',                        'smtp://localhost:2525'],
  ['smtp://127.0.0.1',                             'smtp://127.0.0.1'],
  ['smtp://[::1]:25',                              'smtp://[::1]:25'],
  ['smtp://relay.example',                         'smtp://relay.example?requireTLS=true'],
  ['smtp://hub:secret@relay.example:587',          'smtp://hub:secret@relay.example:587?requireTLS=true'],
  ['smtp://relay.example?requireTLS=false',        'smtp://relay.example?requireTLS=false'],
  ['smtp://127.0.0.1.relay.example',               'smtp://127.0.0.1.relay.example?requireTLS=true'],
])('%s is asked as %s', (relay, asked) => {
  expect(toRelayUrl(relay)).toBe(asked)
})

test('a relay that offers no TLS, or from whose offer somebody took it, gets no mail', () =>
  withRelay(0, async (url, mails) => {
    const transport = createTransport(`${url}?requireTLS=true`)
    const mail = { from: 'noroshi@hub.example', to: 'a@member.example', text: 'x' }
    await expect(transport.sendMail(mail)).rejects.toMatchObject({ code: 'ETLS' })
    expect(mails).toEqual([])
  }))

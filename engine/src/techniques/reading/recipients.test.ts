import { expect, test } from 'vitest'
import { parseMessage } from '../../evidence/parse-message.ts'
import { buildRegister } from '../../register/build-register.ts'
import { listRecipients } from './recipients.ts'

const register = buildRegister({
  organisations: [],
  recipient: {
    ...{ name: 'Hoshimi Kiko', aliases: [], domains: ['hoshimi-kiko.example'], people: [] },
    ...{ partners: [], urlServices: [] },
  },
})
const DATE = 'Thu, 19 Nov 2026 09:12:00 +0900'

test('a domain that the receiving server delivered to is the recipient’s, one that a sender wrote is not', () => {
  const message = parseMessage(
    Buffer.from(
      [
        `Received: from out.parcel-desk.test ([198.51.100.23]) by mx.hoshimi-kiko.example for <mori@akagane-works.example>; ${DATE}`,
        `Received: from a.test by out.parcel-desk.test for <x@parcel-two.test>; ${DATE}`,
        'Delivered-To: x@parcel-three.test',
        'From: a@parcel-desk.test',
        'To: x@parcel-four.test',
        '',
        'x',
      ].join('\r\n'),
    ),
  )
  const { organisations, registered } = listRecipients(message, register)
  expect([...organisations]).toEqual(['hoshimi-kiko.example', 'akagane-works.example'])
  expect([...registered]).toEqual(['hoshimi-kiko.example'])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startBudget } from '../archives/archive-member.ts'
import { rebuildMail } from '../mapi/rebuild-mail.ts'
import { buildMsg } from '../mapi/testing/build-msg.ts'
import { parseMsg } from './parse-msg.ts'
import { fuzzSettings } from '../../testing/fuzz-settings.ts'

const SOUND = buildMsg({
  properties: { '0037001F': 'Subject', '1000001F': 'Text', '10090102': Buffer.alloc(60, 'LZFu') },
  recipients: [{ '0C150003': 1, '39FE001F': 'a@partner.example' }],
  attachments: [
    { '3707001F': 'a.txt', '37010102': Buffer.from('abc') },
    { message: { properties: { '0037001F': 'Inner' } } },
  ],
})

const damaged = fc
  .array(fc.record({ at: fc.nat(SOUND.length - 1), byte: fc.nat(255) }), { maxLength: 20 })
  .map((changes) => {
    const bytes = Buffer.from(SOUND)
    for (const { at, byte } of changes) bytes[at] = byte
    return bytes
  })

test('a damaged message is rebuilt as far as it goes, twice the same, within its budget', () => {
  fc.assert(
    fc.property(damaged, (bytes) => {
      const open = () => {
        const budget = startBudget(1_000_000)
        const message = parseMsg(bytes, budget)
        expect(budget.bytesLeft).toBeGreaterThanOrEqual(0)
        return message === undefined ? undefined : rebuildMail(message)
      }
      expect(open()).toEqual(open())
    }),
    fuzzSettings(26),
  )
})

import { expect, test } from 'vitest'
import type { TextAddress } from '../../techniques/reading/text-addresses.ts'
import type { ReceivingSide } from '../receiving-side/receiving-side.ts'
import type { CaseMail } from './case-record.ts'
import { listRecipientMailboxes } from './find-recipients.ts'

const mailbox = (localPart: string): TextAddress => ({
  ...{ address: `${localPart}@list.example`, localPart, displayName: '' },
  ...{ domain: 'list.example', organisation: 'list.example' },
})
const mail = (recipients: Pick<ReceivingSide, 'delivered' | 'addressed'>): CaseMail => ({
  ...{ providerId: 'org-hoshimi', findings: [], indicators: [], texts: [] },
  recipients: {
    ...{ servers: [], hops: [], quoted: [], from: [], relays: [], senders: [], answered: [] },
    ...{ isAuthenticated: false, ...recipients },
  },
})

test('a mailbox that many mails were for is there once', () => {
  const both = { delivered: [mailbox('suda')], addressed: [mailbox('Suda')] }
  expect(listRecipientMailboxes([mail(both), mail(both)])).toEqual([
    { address: 'suda@list.example', organisationId: 'org-hoshimi' },
  ])
})

test('mails of many addressees are bounded together and crowd out the recipient of no other', () => {
  const floods = Array.from({ length: 49 }, (_, at) =>
    mail({
      delivered: [],
      addressed: Array.from({ length: 200 }, (_one, n) => mailbox(`a${at}-${n}`)),
    }),
  )
  const mails = [...floods, mail({ delivered: [mailbox('suda')], addressed: [] })]
  const listed = listRecipientMailboxes(mails)
  expect(listed).toHaveLength(2_000)
  expect(listed.map(({ address }) => address)).toContain('suda@list.example')
  // The same list each time, so that its digests are computed once for each draft.
  expect(listRecipientMailboxes(mails)).toBe(listed)
})

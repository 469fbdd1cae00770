import { describe, expect, test } from 'vitest'
import { countRows, listProviderKinds } from '../testing/evidence-rows.ts'
import { withHub } from '../testing/index.ts'
import { forwardBytes, mailBytes } from '../testing/mails.ts'
import {
  CONTACT,
  deliver,
  type Delivery,
  MAILBOX,
  seedContact,
  withSmtp,
} from '../testing/smtp-conversation.ts'

/** A hub whose gateway lets nobody but members through. */
const CLOSED = { settings: { NOROSHI_SMTP_ACCEPT_OUTSIDE: '0' } }

test('a contact forwards a mail and the answer carries the receipt', () =>
  withHub(async (hub) => {
    const organisation = await seedContact(hub)
    const message = forwardBytes(`Contact <${CONTACT}>`, mailBytes())
    const answer = await withSmtp(hub, async (open) => deliver(await open(), { message }))

    expect(answer).toMatch(/^250 .*S-2026-[0-9A-Z]{6}$/)
    const { rows } = (await hub.as({ readerOf: organisation }).get('/api/my/submissions')).body
    expect(rows).toMatchObject([{ channel: 'smtp', receipt: answer.slice(-13) }])
    expect(await hub.evidence.loadEvidence(rows[0].files[0].sha256)).toEqual(
      Buffer.concat([message, Buffer.from('\r\n')]),
    )
  }))

test.each([
  ['attached', forwardBytes(CONTACT, mailBytes())],
  [
    'quoted below a separator',
    mailBytes({
      from: CONTACT,
      to: MAILBOX,
      subject: 'FW: suspicious',
      text: [
        'This came today.',
        '',
        '---------- Forwarded message ---------',
        'From: Accounts <accounts@sender.example>',
        'Date: Wed, 14 Oct 2026 09:00:00 +0900',
        'To: taro@b-company.example',
        'Subject: Invoice 2026-10',
        '',
        'Please pay today.',
      ].join('\r\n'),
    }),
  ],
])('the mail %s is what gets analysed', (_how, message) =>
  withHub(async (hub) => {
    const organisation = await seedContact(hub)
    await withSmtp(hub, async (open) => deliver(await open(), { message }))
    await hub.runJobs()

    const { rows } = (await hub.as({ readerOf: organisation }).get('/api/my/submissions')).body
    expect(rows).toMatchObject([{ title: 'Invoice 2026-10', mailCount: 1, step: 'analysed' }])
  }),
)

test('the same delivery again, after a lost answer, makes no second submission', () =>
  withHub(async (hub) => {
    await seedContact(hub)
    const message = forwardBytes(CONTACT, mailBytes())
    const answers = await withSmtp(hub, async (open) => {
      const [one, two] = [await open(), await open()]
      const both = await Promise.all([deliver(one, { message }), deliver(two, { message })])
      return [...both, await deliver(one, { message })]
    })

    expect(new Set(answers).size).toBe(1)
    expect(await countRows(hub, 'submission')).toBe(1)
  }))

describe('refused, and nothing is stored:', () => {
  test.each<[string, Delivery, RegExp]>([
    [
      'an unknown sender',
      { from: 'x@sender.example', message: forwardBytes('x@sender.example', mailBytes()) },
      /^550/,
    ],
    [
      'a registered From in a stranger’s envelope',
      { from: 'x@sender.example', message: forwardBytes(CONTACT, mailBytes()) },
      /^550/,
    ],
    [
      'a stranger’s From in a registered envelope',
      { message: forwardBytes('x@sender.example', mailBytes()) },
      /^550/,
    ],
    [
      'two From fields',
      { message: forwardBytes(`${CONTACT}\r\nFrom: x@sender.example`, mailBytes()) },
      /^550/,
    ],
    [
      'two addresses in From',
      { message: forwardBytes(`x@sender.example, <${CONTACT}>`, mailBytes()) },
      /^550/,
    ],
    [
      'an unknown sender with a long message',
      {
        from: 'x@sender.example',
        message: forwardBytes(
          'x@sender.example',
          mailBytes({ text: 'a line\r\n'.repeat(200_000) }),
        ),
      },
      /^550/,
    ],
    ['a bounce', { from: '', message: forwardBytes(CONTACT, mailBytes()) }, /^550/],
    [
      'another mailbox',
      { to: 'someone@hub.invalid', message: forwardBytes(CONTACT, mailBytes()) },
      /^550/,
    ],
    [
      'another domain, as a relay would take it',
      { to: 'report@elsewhere.example', message: forwardBytes(CONTACT, mailBytes()) },
      /^550/,
    ],
  ])('%s', (_what, delivery, said) =>
    withHub(async (hub) => {
      await seedContact(hub)
      const answers = await withSmtp(hub, async (open) => {
        const conversation = await open()
        const refused = await deliver(conversation, delivery)
        // The connection goes on working for a message that is right.
        const message = forwardBytes(CONTACT, mailBytes({ subject: 'Right' }))
        return [refused, await deliver(conversation, { message })]
      })

      expect(answers[0]).toMatch(said)
      expect(answers[1]).toMatch(/^250/)
      expect(await countRows(hub, 'submission')).toBe(1)
      expect(await countRows(hub, 'evidence')).toBe(1)
    }, CLOSED),
  )
})

describe('a stranger is answered like a contact, and what they sent counts for nobody:', () => {
  test.each<[string, Delivery]>([
    [
      'an unknown sender',
      { from: 'x@sender.example', message: forwardBytes('x@sender.example', mailBytes()) },
    ],
    [
      'a registered From in a stranger’s envelope',
      { from: 'x@sender.example', message: forwardBytes(CONTACT, mailBytes()) },
    ],
    [
      'a stranger’s From in a registered envelope',
      { message: forwardBytes('x@sender.example', mailBytes()) },
    ],
  ])('%s', (_what, delivery) =>
    withHub(async (hub) => {
      await seedContact(hub)
      const answers = await withSmtp(hub, async (open) => {
        const conversation = await open()
        const known = await deliver(conversation, {
          message: forwardBytes(CONTACT, mailBytes({ subject: 'Known' })),
        })
        const strange = await deliver(conversation, delivery)
        return { known, strange, again: await deliver(conversation, delivery) }
      })

      const form = /^250 OK: received as S-2026-[0-9A-Z]{6}$/
      expect(answers.known).toMatch(form)
      expect(answers.strange).toMatch(form)
      expect(answers.again).toBe(answers.strange)
      expect((await listProviderKinds(hub)).toSorted()).toEqual(['member', 'outside'])
    }),
  )
})

// Spellings of "end of message" that some server somewhere believes (CVE-2023-51764 to -51766).
test.each(['\n.\n', '\n.\r\n', '\r\n.\n', '\r.\r', '\r\n.\r', '\r.\r\n', '\n.\r', '\r\n\0.\r\n'])(
  '%j inside a message does not end it',
  (smuggled) =>
    withHub(async (hub) => {
      await seedContact(hub)
      const hidden = `${smuggled}MAIL FROM:<${CONTACT}>\r\nRCPT TO:<${MAILBOX}>\r\nDATA\r\nFrom: ${CONTACT}\r\n\r\nhidden`
      const message = Buffer.concat([forwardBytes(CONTACT, mailBytes()), Buffer.from(hidden)])
      const answers = await withSmtp(hub, async (open) => {
        const conversation = await open()
        return [await deliver(conversation, { message }), await conversation.say('NOOP\r\n')]
      })

      expect(answers.map((answer) => answer.slice(0, 3))).toEqual(['250', '250'])
      expect(await countRows(hub, 'submission')).toBe(1)
    }),
)

test('a connection that breaks inside a message leaves nothing', () =>
  withHub(async (hub) => {
    await seedContact(hub)
    await withSmtp(hub, async (open) => {
      const { say, socket } = await open()
      await say(`MAIL FROM:<${CONTACT}>\r\n`)
      await say(`RCPT TO:<${MAILBOX}>\r\n`)
      await say('DATA\r\n')
      const closed = new Promise((resolve) => socket.once('close', resolve))
      socket.end(forwardBytes(CONTACT, mailBytes()))
      await closed
    })
    // The listener has stopped, and with it everything it had begun.
    expect(await countRows(hub, 'submission')).toBe(0)
  }))

test.each([
  ['a message over the limit, announced', `MAIL FROM:<${CONTACT}> SIZE=999999999\r\n`, /^552/],
  ['AUTH', 'AUTH PLAIN AGEAYg==\r\n', /^50/],
  ['STARTTLS', 'STARTTLS\r\n', /^50/],
])('%s is refused', (_what, command, said) =>
  withHub((hub) =>
    withSmtp(hub, async (open) => expect(await (await open()).say(command)).toMatch(said)),
  ),
)

test('one address cannot take all connections', () =>
  withHub((hub) =>
    withSmtp(hub, async (open) => {
      for (let index = 0; index < 10; index += 1) await open()
      await expect(open()).rejects.toThrow('421')
    }),
  ))

import { expect, test } from 'vitest'
import { withHub } from '../testing/index.ts'
import { mailBytes } from '../testing/mails.ts'

/** The same text from the same sender, with the header lines each receiver's servers add. */
const waveMail = (to: string, minute: string) =>
  mailBytes({
    to,
    subject: 'Corrected invoice',
    date: `Wed, 14 Oct 2026 09:${minute}:00 +0900`,
    text: 'Please pay to the new account from today.\r\n',
    headers: [`X-Queue: ${to}`],
  })

test('mail of one wave from three providers is one case when the jobs have run, other mail is not', () =>
  withHub(async (hub) => {
    const receipts: string[] = []
    const mails = [
      waveMail('a@alder.example', '01'),
      waveMail('b@birch.example', '20'),
      waveMail('c@cedar.example', '40'),
      mailBytes({ subject: 'Newsletter', text: 'Our autumn catalogue is here.\r\n' }),
    ]
    for (const [index, mail] of mails.entries()) {
      const organisation = await hub.seed.organisation()
      const answer = await hub
        .as({ contactOf: organisation })
        .post('/api/submissions', new Uint8Array(mail), {
          'idempotency-key': `wave-of-october-${index}`,
          'content-type': 'application/octet-stream',
        })
      expect(answer.status).toBe(201)
      receipts.push(answer.body.submissionId)
    }
    await hub.runJobs()

    const analyst = hub.as('analyst')
    const places = await Promise.all(
      receipts.map(async (id) => (await analyst.get(`/api/submissions/${id}`)).body),
    )
    expect(places.map(({ state }) => state)).toEqual(['in-case', 'in-case', 'in-case', 'analysed'])
    expect(new Set(places.slice(0, 3).map(({ caseNumber }) => caseNumber))).toEqual(
      new Set(['C-2026-0001']),
    )
    const view = (await analyst.get(`/api/cases/${places[0].caseId}`)).body
    expect(view).toMatchObject({
      submissionCount: 3,
      providerCount: 3,
      mailCount: 3,
      state: 'open',
    })
    expect(view.findings.every(({ mailCount }: { mailCount: number }) => mailCount === 3)).toBe(
      true,
    )
  }))

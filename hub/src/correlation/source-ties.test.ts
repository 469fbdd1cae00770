import { SubmissionId } from 'contract/common'
import { expect, test } from 'vitest'
import { type TestHub, withHub } from '../testing/index.ts'
import { mailBytes } from '../testing/mails.ts'

interface Request {
  readonly from: string
  readonly path?: string
  readonly day?: string
  readonly agent?: string
  readonly times?: number
}

const toLines = ({ from, path = '/.env', day = '01/Oct/2026', agent = '-', times = 1 }: Request) =>
  `${from} - - [${day}:10:00:00 +0900] "GET ${path} HTTP/1.1" 404 10 "-" "${agent}"\n`.repeat(times)

/** Twenty visitors, so that the file is a log whatever else stands in it. */
const VISITORS = Array.from({ length: 20 }, (_, at) =>
  toLines({ from: `192.0.2.${at}`, path: '/' }),
).join('')

const logOf = (...requests: readonly Request[]) =>
  Buffer.from(`${VISITORS}${requests.map(toLines).join('')}`)

let counter = 0

/** Hands in each file as an organisation of its own and lets the jobs run. */
async function handIn(hub: TestHub, files: readonly Uint8Array[]): Promise<SubmissionId[]> {
  const ids: SubmissionId[] = []
  for (const bytes of files) {
    counter += 1
    const organisation = await hub.seed.organisation()
    const { body } = await hub
      .as({ contactOf: organisation })
      .post('/api/submissions?kind=malicious-traffic&fileName=access.log', bytes, {
        'idempotency-key': `source-ties-test-${counter}`,
      })
    ids.push(SubmissionId.parse(body.submissionId))
  }
  await hub.runJobs()
  return ids
}

async function tiesOf(hub: TestHub, submissionId: SubmissionId | undefined) {
  const { body } = await hub.as('analyst').get(`/api/submissions/${submissionId}`)
  return body.ties as {
    submissionId?: string
    reasons: { weight: string; say: { en: string } }[]
  }[]
}

const ATTACKER = '203.0.113.66'

test('two providers attacked from one address are tied, and a case made of both keeps the reason', () =>
  withHub(async (hub) => {
    const ids = await handIn(hub, [
      logOf({ from: ATTACKER }),
      logOf({ from: ATTACKER, path: '/.git/config', day: '20/Oct/2026' }),
      logOf({ from: '203.0.113.67' }),
    ])
    const ties = await tiesOf(hub, ids[0])
    expect(ties).toMatchObject([{ submissionId: ids[1], reasons: [{ weight: 'medium' }] }])
    expect(ties[0]?.reasons[0]?.say.en).toContain('203[.]0[.]113[.]66')
    const submissionIds = ids.slice(0, 2)
    const made = await hub.as('analyst').post('/api/cases', { title: 'Probing', submissionIds })
    const { body } = await hub.as('analyst').get(`/api/cases/${made.body.caseId}`)
    expect(JSON.stringify(body.reasons)).toContain('203[.]0[.]113[.]66')
  }))

test('three addresses in common are one strong reason', () =>
  withHub(async (hub) => {
    const shared = [66, 67, 68, 69].map((host) => ({ from: `203.0.113.${host}` }))
    const ids = await handIn(hub, [logOf(...shared), logOf(...shared)])
    const ties = await tiesOf(hub, ids[1])
    expect(ties).toMatchObject([{ submissionId: ids[0], reasons: [{ weight: 'strong' }] }])
    expect(ties[0]?.reasons[0]?.say.en).toContain('and 1 more')
  }))

test('an address that attacked months ago may have changed hands', () =>
  withHub(async (hub) => {
    const ids = await handIn(hub, [
      logOf({ from: ATTACKER, day: '01/Apr/2026' }),
      logOf({ from: ATTACKER, day: '01/Oct/2026' }),
    ])
    expect(await tiesOf(hub, ids[0])).toMatchObject([{ reasons: [{ weight: 'weak' }] }])
  }))

test.each([
  ['a scanner that gives its name', { from: ATTACKER, path: '/', agent: 'zgrab/0.x', times: 30 }],
  ['whoever looks for WordPress', { from: ATTACKER, path: '/wp-login.php', times: 5 }],
  ['an address inside the network', { from: '10.0.0.4', times: 9 }],
  ['a visitor of both', { from: ATTACKER, path: '/index.html', times: 9 }],
] as const)('%s ties nothing', (_name, request) =>
  withHub(async (hub) => {
    const ids = await handIn(hub, [logOf(request), logOf(request)])
    expect(await tiesOf(hub, ids[0])).toEqual([])
  }),
)

test('an address of many people, one of whom probes, ties nothing', () =>
  withHub(async (hub) => {
    const crowd = [{ from: ATTACKER, path: '/news', times: 60 }, { from: ATTACKER }]
    const ids = await handIn(hub, [logOf(...crowd), logOf(...crowd)])
    expect(await tiesOf(hub, ids[0])).toEqual([])
  }))

test('a scanner that six providers see ties none of them', () =>
  withHub(async (hub) => {
    const files = Array.from({ length: 6 }, () => logOf({ from: ATTACKER }))
    const ids = await handIn(hub, files)
    expect(await tiesOf(hub, ids[0])).toEqual([])
  }))

test('a log and a mail that links to the attacking address are tied, seen from both', () =>
  withHub(async (hub) => {
    const mail = mailBytes({ text: `http://${ATTACKER}/invoice/\r\n` })
    const ids = await handIn(hub, [logOf({ from: ATTACKER, day: '14/Oct/2026' }), mail])
    for (const [own, other] of [ids, ids.toReversed()]) {
      const ties = await tiesOf(hub, own)
      expect(ties).toMatchObject([{ submissionId: other }])
    }
  }))

import {
  analyse,
  buildRegister,
  type CaseMail,
  type CaseRecord,
  draftBulletin,
  release,
  type TraceOrganisation,
  type Traces,
} from 'engine'
import type { MailRecord } from '../../hub/src/analysis/thread/mail-record.ts'
import { readMail } from '../../hub/src/analysis/thread/read-mail.ts'
import type { CaseIndicator } from '../../hub/src/anonymisation/case-material.queries.ts'
import { toCaseMail } from '../../hub/src/anonymisation/to-case-mail.ts'

/** How long redaction and check take, in milliseconds of CPU time. */
export interface RedactionFigure {
  readonly name: string
  readonly aimMs: number
  readonly ms: number
}

const MAILS = 700
const SINGLES = 20
const ORGANISATIONS = 300

/**
 * A case of 700 mails against three hundred organisations' names, and a bulletin of one mail. The case is the one that
 * a hub makes of the mails; then the same with every header field and the source of every part as its text, which is
 * five times as much to read as a hub ever gives to a draft.
 */
export async function benchRedaction(bytes: readonly Uint8Array[]): Promise<RedactionFigure[]> {
  const some = bytes.slice(0, MAILS)
  const [shown, whole] = [await readAll(some), await analyseAll(some)]
  const traces = inventTraces(ORGANISATIONS)
  const measure = (name: string, aimMs: number, mails: readonly CaseMail[]): RedactionFigure => {
    const before = process.cpuUsage()
    const { content } = draftBulletin(toRecord(mails, traces))
    release(content, [{ format: 'json', bytes: Buffer.from(JSON.stringify(content)) }], traces)
    const { user, system } = process.cpuUsage(before)
    return { name, aimMs, ms: (user + system) / 1000 }
  }
  // The first run warms up. Single bulletins come before the large cases, whose garbage would be collected in their time.
  measure('', 0, whole.slice(0, SINGLES))
  const singles = shown.slice(0, SINGLES).map((mail) => measure('', 0, [mail]).ms)
  const single = singles.reduce((sum, ms) => sum + ms, 0) / singles.length
  return [
    measure(`redaction and check of a ${shown.length}-mail case`, 20_000, shown),
    measure('the same with the source of every mail as its text', 20_000, whole),
    { name: `a bulletin, mean of ${SINGLES}`, aimMs: 200, ms: single },
  ]
}

/** As many mails as a large case has, of those there are. */
const fill = (mails: readonly CaseMail[]): readonly CaseMail[] =>
  Array.from({ length: MAILS }, (_, at) => mails[at % mails.length]).filter(
    (mail) => mail !== undefined,
  )

/** Mails as the hub keeps them and gives them to a draft. */
async function readAll(all: readonly Uint8Array[]): Promise<readonly CaseMail[]> {
  const options = { register: buildRegister({ organisations: [] }), knowledge: {}, passwords: [] }
  const mails: CaseMail[] = []
  for (const bytes of all) {
    const record = await readMail(bytes, { ...options, submittedAt: new Date(0) })
    mails.push(toCaseMail(...toRows(record, String(mails.length))))
  }
  return fill(mails)
}

/** What the hub's tables would hold of a mail that `o0` handed in. */
function toRows(record: MailRecord, id: string): Parameters<typeof toCaseMail> {
  const { subject, fromAddress, picture, findings, indicators } = record
  const mail = { id, submissionId: id, receipt: id, receivedAt: new Date(0), organisationId: 'o0' }
  return [
    { ...mail, subject, fromAddress, isFile: false, view: picture },
    {
      findings: findings.map(({ where, alsoWhere, ...finding }) => ({
        ...{ ...finding, mailId: id, place: where, alsoPlaces: alsoWhere },
      })),
      indicators: indicators.map((indicator) => ({
        ...{ ...indicator, mailId: id },
        // The record's columns are text; the engine wrote one of its types into each.
        type: indicator.type as CaseIndicator['type'],
      })),
    },
  ]
}

async function analyseAll(all: readonly Uint8Array[]): Promise<readonly CaseMail[]> {
  const register = buildRegister({ organisations: [] })
  const mails: CaseMail[] = []
  for (const bytes of all) {
    const { message, findings, indicators } = await analyse(bytes, { register })
    const text = [
      ...message.headers.map(({ name, value }) => `${name}: ${value}`),
      ...message.parts.flatMap((part) => part.text ?? []),
    ].join('\n')
    mails.push({ providerId: 'o0', findings, indicators, texts: [{ label: '', text }] })
  }
  return fill(mails)
}

const toRecord = (mails: readonly CaseMail[], traces: Traces): CaseRecord => ({
  ...{ classification: 'unclear', logs: [], techniques: [], decisions: {}, traces, mails },
  ...{ aliases: { rows: [] }, tlpCeilings: ['AMBER'], registered: REGISTERED },
})

/** The other members, of whom nobody in the case is one. */
const toMembers = ({ organisations }: Traces): Traces => ({
  organisations: organisations.map((one) => ({ ...one, id: `m-${one.id}`, role: 'provider' })),
})

const SYLLABLES =
  'ka ki ku ko sa shi su se ta chi tsu to na ni no ma mi mo ya yu yo ra ri ro wa'.split(' ')

/** Names of the length and shape of real ones; the same on every run. */
function inventTraces(count: number, seed = 1): Traces {
  let state = seed
  const pick = (below: number): number => {
    state = (state * 48_271) % 0x7fff_ffff
    return state % below
  }
  const word = (): string =>
    Array.from({ length: 4 }, () => SYLLABLES[pick(SYLLABLES.length)]).join('')
  const kanji = (): string => String.fromCodePoint(0x4e00 + pick(0x4000), 0x4e00 + pick(0x4000))
  const organisations = Array.from({ length: count }, (_, at): TraceOrganisation => {
    const [core, domain] = [word(), word()]
    return {
      ...{ id: `o${at}`, role: at === 0 ? 'provider' : 'other-provider' },
      names: [`${kanji()}精機株式会社`, `${core} Seiki Co., Ltd.`],
      domains: [`${domain}-seiki.example`],
      people: Array.from({ length: 5 }, () => ({
        names: [`${kanji()} ${kanji()}`, `${word()} ${word()}`],
        addresses: [`${word()}@${domain}-seiki.example`],
      })),
      ...{ hosts: [], ipAddresses: [], numbers: [`03-${1000 + pick(8999)}-${1000 + pick(8999)}`] },
    }
  })
  return { organisations }
}

const REGISTERED = toMembers(inventTraces(ORGANISATIONS, 2))

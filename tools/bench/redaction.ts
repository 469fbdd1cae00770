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

/** How long redaction and check take, in milliseconds of CPU time. */
export interface RedactionFigure {
  readonly name: string
  readonly aimMs: number
  readonly ms: number
}

const MAILS = 700
const ORGANISATIONS = 300

/** A case of 700 mails against three hundred organisations' names, and a bulletin of one mail. */
export async function benchRedaction(bytes: readonly Uint8Array[]): Promise<RedactionFigure[]> {
  const mails = await analyseAll(bytes.slice(0, MAILS))
  const many = Array.from({ length: MAILS }, (_, at) => mails[at % mails.length]).filter(
    (mail) => mail !== undefined,
  )
  const traces = inventTraces(ORGANISATIONS)
  const measure = (name: string, aimMs: number, some: readonly CaseMail[]): RedactionFigure => {
    const before = process.cpuUsage()
    const { content } = draftBulletin(toRecord(some, traces))
    release(content, [{ format: 'json', bytes: Buffer.from(JSON.stringify(content)) }], traces)
    const { user, system } = process.cpuUsage(before)
    return { name, aimMs, ms: (user + system) / 1000 }
  }
  // The first run warms up.
  measure('', 0, many.slice(0, 20))
  return [
    measure(`redaction and check of a ${many.length}-mail case`, 20_000, many),
    measure('a bulletin', 200, many.slice(0, 1)),
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
  return mails
}

const toRecord = (mails: readonly CaseMail[], traces: Traces): CaseRecord => ({
  ...{ classification: 'unclear', logs: [], techniques: [], decisions: {}, traces, mails },
  ...{ aliases: { rows: [] }, tlpCeilings: ['AMBER'], registered: { organisations: [] } },
})

const SYLLABLES =
  'ka ki ku ko sa shi su se ta chi tsu to na ni no ma mi mo ya yu yo ra ri ro wa'.split(' ')

/** Names of the length and shape of real ones; the same on every run. */
function inventTraces(count: number): Traces {
  let state = 1
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

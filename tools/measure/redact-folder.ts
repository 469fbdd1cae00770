import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  analyse,
  buildRegister,
  type CaseMail,
  draftBulletin,
  type Indicator,
  readReceivingSide,
  type TraceOrganisation,
  type Traces,
} from 'engine'
import { z } from 'zod'

const Gold = z.object({
  must_not_survive: z.array(z.object({ kind: z.string(), text: z.string() })),
})
type Named = z.infer<typeof Gold>['must_not_survive']

/** What of one mail went out, and what was kept back. */
export interface RedactedMail {
  readonly name: string
  readonly golds: number
  /** Gold strings that are still in what is shared, folded to lower case without width and spaces. */
  readonly leaks: readonly string[]
  readonly factsKept: readonly string[]
  readonly factsRemoved: readonly string[]
}

/** What is in the register: all names of the list, as a careful member enters them, or those of organisations alone. */
export type Registered = 'all-names' | 'organisations'

/**
 * Redacts each mail of a folder that has a list of gold strings beside it. Addresses, codes and paths of the list
 * are never in the register.
 */
export async function redactFolder(
  folder: string,
  registered: Registered,
): Promise<readonly RedactedMail[]> {
  const mails: RedactedMail[] = []
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()) {
    const golds = Gold.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))).must_not_survive
    const bytes = readFileSync(join(folder, name.replace(/json$/u, 'eml')))
    mails.push(await redactMail(name, bytes, golds, registered))
  }
  return mails
}

const register = buildRegister({ organisations: [] })

async function redactMail(
  name: string,
  bytes: Uint8Array,
  golds: Named,
  registered: Registered,
): Promise<RedactedMail> {
  const { message, findings, indicators, classification } = await analyse(bytes, { register })
  const texts = message.parts.flatMap(({ text }) => (text === undefined ? [] : [text]))
  const headers = message.headers.map((header) => `${header.name}: ${header.value}`)
  const mail: CaseMail = {
    providerId: 'provider',
    findings,
    indicators,
    recipients: readReceivingSide(message.headers, message.shownText),
    texts: [headers.join('\n'), ...texts].map((text) => ({ label: '', text })),
  }
  const traces = toTraces(golds, registered)
  const { content, originals } = draftBulletin({
    ...{ mails: [mail], logs: [], techniques: [], traces, aliases: { rows: [] }, decisions: {} },
    ...{ tlpCeilings: ['AMBER' as const], registered: { organisations: [] } },
    classification: classification.value,
  })
  const shared = originals.flatMap((text) => text.shared.map((segment) => segment.text)).join('')
  const folded = fold(JSON.stringify(content) + shared)
  const facts = indicators.filter((indicator) => isAttackers(indicator, golds))
  const isKept = ({ value }: Indicator): boolean => folded.includes(fold(value))
  return {
    name,
    golds: golds.length,
    leaks: golds.filter(({ text }) => folded.includes(fold(text))).map(({ text }) => text),
    factsKept: facts.filter(isKept).map(({ value }) => value),
    factsRemoved: facts.filter((fact) => !isKept(fact)).map(({ value }) => value),
  }
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/gu, '')
    .replaceAll('[.]', '.')
    .replaceAll('hxxp', 'http')

/** Domains, public addresses and hosts of links in which no gold string stands. */
function isAttackers({ type, value, context }: Indicator, golds: Named): boolean {
  if (!['domain', 'ipv4', 'ipv6'].includes(type) || ['to', 'cc'].includes(context)) return false
  return !golds.some(
    ({ text }) => fold(value).includes(fold(text)) || fold(text).includes(fold(value)),
  )
}

/** One organisation that holds everything: whose a string is the lists do not say. */
function toTraces(golds: Named, registered: Registered): Traces {
  const of = (...kinds: readonly string[]): string[] =>
    golds.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text)
  const named = {
    id: 'provider',
    role: 'provider',
    names: of('org'),
    domains: of('domain'),
  } as const
  if (registered === 'organisations') {
    return {
      organisations: [{ ...named, people: [], hosts: [], ipAddresses: [], numbers: [] }],
    }
  }
  const organisation: TraceOrganisation = {
    ...named,
    people: of('person', 'person_romaji').map((name) => ({ names: [name], addresses: [] })),
    ...{ hosts: of('host'), ipAddresses: of('internal_ip') },
    numbers: of('tel', 'bank_account', 'iban', 'employee_id'),
  }
  return { organisations: [organisation] }
}

import { analyse } from '../../analyse.ts'
import { openEvidence } from '../../evidence/open-evidence.ts'
import { buildRegister } from '../../register/build-register.ts'
import type { CaseMail } from '../draft/case-record.ts'
import { draftBulletin } from '../draft/draft-bulletin.ts'
import type { Decisions } from '../question.ts'
import { readReceivingSide } from '../receiving-side/read-receiving-side.ts'
import type { TraceOrganisation } from '../traces.ts'

/** What the vault of the receiving organisation holds: one domain and a name, as on its first day. */
const PROVIDER: TraceOrganisation = {
  ...{ id: 'org-hoshimi', role: 'provider', names: ['星見機工株式会社', 'Hoshimi Kiko'] },
  ...{ domains: ['hoshimi-kiko.example'], people: [], hosts: [], ipAddresses: [], numbers: [] },
}

const SHOWN = new Set(['from', 'sender', 'reply-to', 'to', 'cc', 'subject'])

/** A mail as the hub treats it from arrival to draft, for a provider whose vault is nearly empty. */
export async function draftFromMail(lines: readonly string[], options: DraftOptions = {}) {
  const reading = toReading(options)
  const { mail, message, findings } = await reading.read(Buffer.from(lines.join('\r\n'), 'utf8'))
  return { ...reading.draft([mail]), message, findings }
}

/** The same for several mails of one case. */
export async function draftFromMails(
  mails: readonly (readonly string[])[],
  options: DraftOptions = {},
) {
  const reading = toReading(options)
  const read: CaseMail[] = []
  for (const lines of mails)
    read.push((await reading.read(Buffer.from(lines.join('\r\n'), 'utf8'))).mail)
  return reading.draft(read)
}

/** The same for a file that was handed in: a mail, which may be a forward, or anything else. */
export async function draftFromFile(
  file: readonly string[] | Uint8Array,
  {
    isForward = false,
    fileName = 'mail.eml',
    ...options
  }: DraftOptions & { readonly isForward?: boolean; readonly fileName?: string } = {},
) {
  const reading = toReading(options)
  const bytes = file instanceof Uint8Array ? file : Buffer.from(file.join('\r\n'), 'utf8')
  const opened = await openEvidence(bytes, {
    ...{ fileName, forwarded: isForward, ownDomains: reading.domains },
  })
  const mails: CaseMail[] = []
  for (const { bytes: opening, roles } of opened.mails) {
    const { mail } = await reading.read(opening)
    const isFile = opened.kind === 'file'
    mails.push({ ...mail, isFile, ...(roles === undefined ? {} : { roles }) })
  }
  return { ...reading.draft(mails), mails }
}

function toReading({ decisions = {}, provider = {}, registered = [] }: DraftOptions) {
  const organisation = { ...PROVIDER, ...provider }
  const register = buildRegister({
    organisations: [],
    recipient: {
      ...{ name: 'Hoshimi Kiko', aliases: [], domains: organisation.domains },
      ...{ people: [], partners: [], urlServices: [] },
    },
  })
  return {
    domains: organisation.domains,
    read: async (bytes: Uint8Array) => {
      const { message, findings, indicators } = await analyse(bytes, { register })
      const shown = message.headers.filter(({ key }) => SHOWN.has(key))
      const text = [...shown.map(({ name, value }) => `${name}: ${value}`), '', message.shownText]
      const mail: CaseMail = {
        ...{ providerId: organisation.id, findings, indicators },
        recipients: readReceivingSide(message.headers, message.shownText),
        texts: [{ label: '', text: text.join('\n') }],
      }
      return { mail, message, findings }
    },
    draft: (mails: readonly CaseMail[]) => {
      const { content, questions } = draftBulletin({
        ...{ classification: 'unclear', logs: [], techniques: [], decisions, mails },
        ...{ traces: { organisations: [organisation] }, aliases: { rows: [] } },
        ...{ tlpCeilings: ['AMBER'], registered: { organisations: registered } },
      })
      return {
        values: content.indicators.map(({ type, value }) => `${type} ${value}`),
        indicators: content.indicators,
        omitted: content.omitted,
        asked: questions.map(({ questionId, value }) => `${questionId.split(':', 1)[0]} ${value}`),
        questions,
      }
    },
  }
}

interface DraftOptions {
  readonly decisions?: Decisions
  readonly provider?: Partial<TraceOrganisation>
  /** Other members of the hub. */
  readonly registered?: readonly TraceOrganisation[]
}

import { analyse } from '../../analyse.ts'
import { buildRegister } from '../../register/build-register.ts'
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
export async function draftFromMail(
  lines: readonly string[],
  { decisions = {}, provider = {} }: DraftOptions = {},
) {
  const organisation = { ...PROVIDER, ...provider }
  const register = buildRegister({
    organisations: [],
    recipient: {
      ...{ name: 'Hoshimi Kiko', aliases: [], domains: organisation.domains },
      ...{ people: [], partners: [], urlServices: [] },
    },
  })
  const bytes = Buffer.from(lines.join('\r\n'), 'utf8')
  const { message, findings, indicators } = await analyse(bytes, { register })
  const shown = message.headers.filter(({ key }) => SHOWN.has(key))
  const text = [...shown.map(({ name, value }) => `${name}: ${value}`), '', message.shownText]
  const { content, questions } = draftBulletin({
    ...{ classification: 'unclear', logs: [], techniques: [], decisions },
    mails: [
      {
        ...{ providerId: organisation.id, findings, indicators },
        recipients: readReceivingSide(message.headers, message.shownText),
        texts: [{ label: '', text: text.join('\n') }],
      },
    ],
    ...{ traces: { organisations: [organisation] }, aliases: { rows: [] } },
    ...{ tlpCeilings: ['AMBER'], registered: { organisations: [] } },
  })
  return {
    values: content.indicators.map(({ type, value }) => `${type} ${value}`),
    omitted: content.omitted,
    asked: questions.map(({ questionId, value }) => `${questionId.split(':', 1)[0]} ${value}`),
    questions,
    message,
    findings,
  }
}

interface DraftOptions {
  readonly decisions?: Decisions
  readonly provider?: Partial<TraceOrganisation>
}

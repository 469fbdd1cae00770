import type { CaseMail as EngineMail } from 'engine'
import { dayInJapan } from '../clock.ts'
import type { CaseIndicator, CaseMail, MailFinding } from './case-material.queries.ts'
import { toCaseText } from './to-case-text.ts'
import { toReceivingSide } from './to-receiving-side.ts'

interface OfMails {
  readonly findings: readonly MailFinding[]
  readonly indicators: readonly CaseIndicator[]
}

/** Mails as the engine reads them, of what was found in any of them. */
export function toCaseMails(mails: readonly CaseMail[], found: OfMails): EngineMail[] {
  const findings = Map.groupBy(found.findings, ({ mailId }) => mailId)
  const indicators = Map.groupBy(found.indicators, ({ mailId }) => mailId)
  return mails.map((mail) =>
    toCaseMail(mail, {
      findings: findings.get(mail.id) ?? [],
      indicators: indicators.get(mail.id) ?? [],
    }),
  )
}

/** A mail as the engine reads it, of what was found in it. */
export function toCaseMail(mail: CaseMail, { findings, indicators }: OfMails): EngineMail {
  return {
    providerId: mail.organisationId ?? mail.submissionId,
    ...(mail.arrivedAt === undefined ? {} : { arrivedOn: dayInJapan(mail.arrivedAt) }),
    findings: findings.map(toFinding),
    indicators,
    recipients: toReceivingSide(mail),
    isFile: mail.isFile,
    ...(mail.view.roles === undefined ? {} : { roles: mail.view.roles }),
    texts: [toCaseText(mail)],
  }
}

const toFinding = ({ technique, weight, place, alsoPlaces, say, detail }: MailFinding) => ({
  ...{ technique, weight, say },
  where: toPlace(place),
  alsoWhere: alsoPlaces.map(toPlace),
  ...(detail === undefined ? {} : { detail: toDetail(detail) }),
})

function toPlace(place: MailFinding['place']) {
  const { path, range, excerpt, header, line, textRange, fileRange } = place
  return {
    ...{ path, range, excerpt },
    ...(header === undefined ? {} : { header }),
    ...(line === undefined ? {} : { line }),
    ...(textRange === undefined ? {} : { textRange }),
    ...(fileRange === undefined ? {} : { fileRange }),
  }
}

type Detail = NonNullable<EngineMail['findings'][number]['detail']>

/** The same detail without keys that are present and undefined, which the engine's types do not know. */
function toDetail(detail: NonNullable<MailFinding['detail']>): Detail {
  switch (detail.kind) {
    case 'lookalike': {
      const { owner, ...rest } = detail
      const synthetic = { ...detail.synthetic, edits: detail.edits }
      return { ...rest, synthetic, ...(owner === undefined ? {} : { owner }) }
    }
    case 'url': {
      const steps = detail.steps.map(({ service, ...step }) =>
        service === undefined ? step : { ...step, service },
      )
      return { ...detail, steps }
    }
    case 'addresses': {
      const pairs = detail.pairs.map(({ genuine, ...pair }) =>
        genuine === undefined ? pair : { ...pair, genuine },
      )
      return { ...detail, pairs }
    }
    case 'authentication': {
      const checks = detail.checks.map(({ domain, isAligned, by, ...check }) => ({
        ...check,
        ...(domain === undefined ? {} : { domain }),
        ...(isAligned === undefined ? {} : { isAligned }),
        ...(by === undefined ? {} : { by }),
      }))
      return { ...detail, checks }
    }
    case 'registration': {
      const { kind, domain, registeredOn, arrivedOn, registrar, registrant, sibling } = detail
      return {
        kind,
        domain,
        ...(registeredOn === undefined ? {} : { registeredOn }),
        ...(arrivedOn === undefined ? {} : { arrivedOn }),
        ...(registrar === undefined ? {} : { registrar }),
        ...(registrant === undefined ? {} : { registrant }),
        ...(sibling === undefined ? {} : { sibling }),
      }
    }
    case 'words':
    case 'file':
      return detail
  }
}

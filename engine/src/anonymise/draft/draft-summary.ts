import type { Bilingual } from '../../bilingual.ts'
import type { BulletinContent, BulletinTechnique } from '../bulletin-content.ts'
import { letterOf, toCompanyAlias, type AliasTable } from '../aliases.ts'
import { sentencesOf } from './case-sentences.ts'
import type { CaseRecord } from './case-record.ts'
import { draftLogSummary } from './draft-log-summary.ts'
import { listProviders } from './list-providers.ts'

/** Techniques named in the summary; the others follow in their own list. */
const NAMED_MAX = 4

interface SummaryParts {
  readonly record: CaseRecord
  readonly aliases: AliasTable
  readonly techniques: readonly BulletinTechnique[]
  readonly arrivedPeriod: Bilingual
  /** Organisation whose look-alike was used, if any. */
  readonly borrowedId: string | undefined
}

/** Paragraphs an analyst can release as they are or rewrite: what happened, how, when. */
export function draftSummary(parts: SummaryParts): BulletinContent['summary'] {
  const paragraphs = [
    openingOf(parts),
    techniquesOf(parts.techniques),
    ...draftLogSummary(parts.record.logs),
    arrivalOf(parts.arrivedPeriod, parts.record),
  ].filter((paragraph) => paragraph !== undefined)
  return { ja: paragraphs.map(({ ja }) => ja), en: paragraphs.map(({ en }) => en) }
}

function openingOf({ record, aliases, borrowedId }: SummaryParts): Bilingual {
  const { opening } = sentencesOf(record)
  const victim = aliasOrSomeone(aliases, listProviders(record)[0])
  const borrowed =
    borrowedId === undefined
      ? { ja: '取引先', en: 'a business partner' }
      : aliasOf(aliases, borrowedId)
  return {
    ja: opening.ja.replaceAll('{victim}', victim.ja).replaceAll('{borrowed}', borrowed.ja),
    en: opening.en.replaceAll('{victim}', victim.en).replaceAll('{borrowed}', borrowed.en),
  }
}

const aliasOf = (aliases: AliasTable, organisationId: string): Bilingual =>
  toCompanyAlias(letterOf(aliases, organisationId))

const aliasOrSomeone = (aliases: AliasTable, organisationId: string | undefined): Bilingual =>
  organisationId === undefined
    ? { ja: '参加組織', en: 'A member' }
    : aliasOf(aliases, organisationId)

function techniquesOf(techniques: readonly BulletinTechnique[]): Bilingual | undefined {
  const named = techniques.slice(0, NAMED_MAX)
  if (named.length === 0) return undefined
  return {
    ja: named.map(({ say }) => say.ja).join(''),
    en: named.map(({ say }) => say.en).join(' '),
  }
}

/**
 * When it was, and nothing of who else was hit: whoever handed in a copy of what one victim alone received would read
 * that this one had reported it (T74), and in a small group a number names the rest (T56). An analyst may write it.
 */
function arrivalOf(period: Bilingual, record: CaseRecord): Bilingual | undefined {
  if (period.ja === '不明') return undefined
  const isMail = record.mails.length > 0
  return {
    ja: `${isMail ? 'メールが届いた' : '通信があった'}時期は、${period.ja}です。`,
    en: `${isMail ? 'It arrived' : 'It was seen'} in ${period.en}.`,
  }
}

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

/** Paragraphs an analyst can release as they are or rewrite: what happened, how, when, to whom else. */
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

/** Numbers of organisations are not given: in a small group they name the rest (T56). */
function arrivalOf(period: Bilingual, record: CaseRecord): Bilingual | undefined {
  const isWider = listProviders(record).length > 1
  const isMail = record.mails.length > 0
  if (period.ja === '不明' && !isWider) return undefined
  const when =
    period.ja === '不明'
      ? { ja: '', en: '' }
      : {
          ja: `${isMail ? 'メールが届いた' : '通信があった'}時期は、${period.ja}です。`,
          en: `${isMail ? 'It arrived' : 'It was seen'} in ${period.en}. `,
        }
  const wider = isWider
    ? {
        ja: `同じ攻撃は、ほかの組織${isMail ? 'にも届いて' : 'でも見つかって'}います。`,
        en: `Other organisations ${isMail ? 'received' : 'saw'} the same attack.`,
      }
    : { ja: '', en: '' }
  return { ja: when.ja + wider.ja, en: (when.en + wider.en).trim() }
}

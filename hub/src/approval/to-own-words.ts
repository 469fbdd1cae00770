import { type AliasRow, type AliasTable, findAlias, type Segment, type Traces } from 'engine'
import type { Bilingual } from 'contract/common'
import type { BulletinRecord } from '../anonymisation/index.ts'

type Organisation = Traces['organisations'][number]

/**
 * Letters under which one provider's own names stand in the text it is asked about. Only those: a letter that is not in
 * the text would tell by its place in the alphabet how many others there are (T74). A partner that two providers
 * registered stands under one letter, whoever of them entered it. So does who received the attack: the text calls one of
 * the providers by a letter, and to each of them it is its own, or a letter that it lacks would tell of another.
 */
export function findOwnLetters(
  { content, aliases }: BulletinRecord,
  own: Traces,
  all: Traces,
): AliasTable {
  const text = JSON.stringify(content)
  const standing = aliases.rows.filter(({ letter }) => findAlias(text, letter) !== -1)
  const byId = new Map(all.organisations.map((one) => [one.id, one]))
  const hasOwn = ({ id }: Organisation): boolean =>
    standing.some(({ organisationId }) => organisationId === id)
  const isSame = (one: Organisation, organisationId: string): boolean => {
    const other = byId.get(organisationId)
    if (one.id === organisationId) return true
    if (!isPartner(one) && !hasOwn(one)) return other !== undefined && !isPartner(other)
    return other !== undefined && isPartner(one) && one.domains.some(isAmong(other.domains))
  }
  return {
    rows: own.organisations.flatMap((one) => {
      const row = standing.find(({ organisationId }) => isSame(one, organisationId))
      return row === undefined ? [] : [{ organisationId: one.id, letter: row.letter }]
    }),
  }
}

const isPartner = ({ role }: Organisation): boolean => role !== 'provider'
const isAmong = (values: readonly string[]) => (value: string) => values.includes(value)

// Everyone who is known to nobody is X in every text.
const ANYBODY = 'X'

/** A piece of what was sent, with a letter only where that letter stands in the text. */
export function toOwnSegment(segment: Segment, { rows }: AliasTable): Segment {
  const { alias, ...piece } = segment
  const isShown = alias === ANYBODY || rows.some(({ letter }) => letter === alias)
  return alias === undefined || isShown ? { ...segment } : { ...piece, alias: ANYBODY }
}

const YOURS: Bilingual = { ja: '貴組織', en: 'Your organisation' }
const YOUR_PEOPLE: Bilingual = { ja: '貴組織の方', en: 'Your people' }
const PARTNER: Bilingual = { ja: '取引先など', en: 'A business partner' }
const PARTNERS_PEOPLE: Bilingual = { ja: '取引先などの方', en: 'A business partner’s people' }

/** One line of the legend: the letter where it stands in the text, else whose name it is. */
export function toOwnRow(row: AliasRow, { rows }: AliasTable, provider: string): AliasRow {
  if (rows.some(({ letter }) => letter === row.letter)) return row
  const isOwn = row.letter === provider
  const isPerson = row.role === 'person'
  const [company, people] = isOwn ? [YOURS, YOUR_PEOPLE] : [PARTNER, PARTNERS_PEOPLE]
  return { ...row, alias: isPerson ? people : company, letter: ANYBODY }
}

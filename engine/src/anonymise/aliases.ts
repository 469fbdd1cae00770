import type { Bilingual } from '../bilingual.ts'
import type { TraceOrganisation, TracePerson, TraceRole, Traces } from './traces.ts'

/** Which letter stands for which organisation in one text. Stored by the caller, so that a bulletin keeps its aliases. */
export interface AliasTable {
  readonly rows: readonly { readonly organisationId: string; readonly letter: string }[]
}

export const EMPTY_ALIASES: AliasTable = { rows: [] }

/** Everyone who is neither provider nor known: banks, hosting companies, carriers. */
export const THIRD_PARTY_LETTER = 'X'

/** X stands for third parties throughout, so it is left out of the sequence. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWYZ'

/**
 * Letter of the n-th organisation: A … Z without X, then AA, AB … as in spreadsheet columns.
 */
export function letterAt(index: number): string {
  const letter = LETTERS[index % LETTERS.length] ?? ''
  return index < LETTERS.length ? letter : letterAt(Math.floor(index / LETTERS.length) - 1) + letter
}

/**
 * Gives each organisation without an alias the first letter that is free. The provider comes first; everyone else
 * keeps the order given.
 */
export function assignAliases(table: AliasTable, traces: Traces): AliasTable {
  const known = new Set(table.rows.map((row) => row.organisationId))
  const taken = new Set(table.rows.map((row) => row.letter))
  const rows = [...table.rows]
  let index = 0
  for (const { id } of [...traces.organisations].sort((a, b) => rank(a.role) - rank(b.role))) {
    if (known.has(id)) continue
    known.add(id)
    while (taken.has(letterAt(index))) index += 1
    rows.push({ organisationId: id, letter: letterAt(index) })
    index += 1
  }
  return { rows }
}

const rank = (role: TraceRole): number => (role === 'provider' ? 0 : 1)

/**
 * Who of these stands in a text, in the order of appearance. A letter given to everybody in a case would leave gaps in
 * its text: whoever reads of A社 and G社, or finds itself called F社, would know how many others there are (T74).
 */
export function listByAppearance(
  organisations: readonly TraceOrganisation[],
  write: (standIns: AliasTable) => string,
): readonly TraceOrganisation[] {
  const toStandIn = (at: number): string => letterAt(STAND_INS_FROM + at)
  const text = write({
    rows: organisations.map(({ id }, at) => ({ organisationId: id, letter: toStandIn(at) })),
  })
  return organisations
    .map((organisation, at) => ({ organisation, place: findAlias(text, toStandIn(at)) }))
    .filter(({ place }) => place !== -1)
    .sort((a, b) => a.place - b.place)
    .map(({ organisation }) => organisation)
}
/** Three letters and more: far from those of any bulletin. */
const STAND_INS_FROM = 10_000

/** Where the first alias of this letter stands, in whatever form; -1 where none does. */
export function findAlias(text: string, letter: string): number {
  const pattern = new RegExp(
    String.raw`(?<![A-Za-z])${letter}社|Company ${letter}(?![A-Za-z])|(?<![a-z\d-])${letter.toLowerCase()}-[a-z-]+\.co\.example`,
    'u',
  )
  return text.search(pattern)
}

/** Letter of an organisation; X for one that has none. */
export function letterOf(table: AliasTable, organisationId: string): string {
  return (
    table.rows.find((row) => row.organisationId === organisationId)?.letter ?? THIRD_PARTY_LETTER
  )
}

export const toCompanyAlias = (letter: string): Bilingual => ({
  ja: `${letter}社`,
  en: `Company ${letter}`,
})

export const toPersonAlias = (letter: string, isExecutive: boolean): Bilingual =>
  isExecutive
    ? { ja: `${letter}社経営者`, en: `Company ${letter} executive` }
    : { ja: `${letter}社担当者`, en: `Company ${letter} staff` }

/** One line of the legend, shown to the hub only. */
export interface AliasRow {
  readonly alias: Bilingual
  readonly letter: string
  readonly role: TraceRole | 'person' | 'third-party'
  readonly standsFor: readonly string[]
}

/** The legend: each organisation, in the order of its letters, then its people. */
export function listAliases(table: AliasTable, traces: Traces): readonly AliasRow[] {
  const order = new Map(table.rows.map((row, index) => [row.organisationId, index]))
  const position = ({ id }: TraceOrganisation): number => order.get(id) ?? Number.MAX_SAFE_INTEGER
  return [...traces.organisations]
    .sort((a, b) => position(a) - position(b))
    .flatMap((organisation) => toAliasRows(organisation, letterOf(table, organisation.id)))
}

function toAliasRows(organisation: TraceOrganisation, letter: string): AliasRow[] {
  const { names, domains, hosts, ipAddresses, numbers, role, people } = organisation
  const company: AliasRow = {
    alias: toCompanyAlias(letter),
    letter,
    role,
    standsFor: [...names, ...domains, ...hosts, ...ipAddresses, ...numbers],
  }
  return [company, ...people.map((person) => toPersonRow(person, letter))]
}

const toPersonRow = (person: TracePerson, letter: string): AliasRow => ({
  alias: toPersonAlias(letter, person.isExecutive === true),
  letter,
  role: 'person',
  standsFor: [...person.names, ...person.addresses],
})

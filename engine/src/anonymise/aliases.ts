import type { Bilingual } from '../bilingual.ts'
import type { TraceOrganisation, TracePerson, TraceRole, Traces } from './traces.ts'

/** Which letter stands for which organisation in one case. Stored by the caller, so that a case keeps its aliases. */
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
 * Gives each organisation without an alias the next letter. The provider comes first; everyone else
 * keeps the order given, which the caller makes the order in which they are met in the case.
 * A letter once given is never given again, even when its organisation has left the case.
 */
export function assignAliases(table: AliasTable, traces: Traces): AliasTable {
  const known = new Set(table.rows.map((row) => row.organisationId))
  const rows = [...table.rows]
  const waiting = traces.organisations.filter(({ id }) => !known.has(id))
  for (const { id } of [...waiting].sort((a, b) => rank(a.role) - rank(b.role))) {
    if (known.has(id)) continue
    known.add(id)
    rows.push({ organisationId: id, letter: letterAt(rows.length) })
  }
  return { rows }
}

const rank = (role: TraceRole): number => (role === 'provider' ? 0 : 1)

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

/** The legend: each organisation, then its people. */
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

import { readFileSync } from 'node:fs'
import {
  buildRegister,
  type ImitatedDomain,
  type RegisterIndex,
  type RegisterOrganisation,
} from 'engine'

/**
 * `node tools/measure/lookalike-pairs.ts FILE` asks of every observed name in a table
 * (`legit_domain,observed,relation,lookalike`) whom it imitates, in a community to which every genuine
 * domain of the table belongs, and prints recall, false alarms and the rows that went wrong.
 * An ending changed by itself is named but raises no alarm: companies own many of those.
 */
interface Pair {
  readonly genuine: string
  readonly observed: string
  readonly relation: string
  readonly isLookalike: boolean
}

const [file] = process.argv.slice(2)
if (file === undefined) {
  process.stderr.write('node tools/measure/lookalike-pairs.ts FILE\n')
  process.exitCode = 2
} else {
  const pairs = parsePairs(readFileSync(file, 'utf8'))
  const organisations = [...new Set(pairs.map((pair) => pair.genuine))].map(toOrganisation)
  process.stdout.write(report(pairs, buildRegister({ organisations })))
}

function report(pairs: readonly Pair[], register: RegisterIndex): string {
  const asked = pairs.map((pair) => ({ pair, found: ask(pair, register) }))
  const imitations = asked.filter(({ pair }) => pair.isLookalike)
  const honest = asked.filter(({ pair }) => !pair.isLookalike)
  const missed = imitations.filter(({ found }) => found === undefined)
  const alarms = honest.filter(({ found }) => found !== undefined && !isEndingOnly(found))
  const named = honest.filter(({ found }) => found !== undefined && isEndingOnly(found))
  return [
    `look-alikes named   ${toShare(imitations.length - missed.length, imitations.length)}`,
    `false alarms        ${toShare(alarms.length, honest.length)}`,
    `other endings named ${toShare(named.length, honest.length)}`,
    ...missed.map(({ pair }) => `missed  ${pair.genuine}  ${pair.observed}  ${pair.relation}`),
    ...alarms.map(
      ({ pair, found }) =>
        `false   ${pair.genuine}  ${pair.observed}  ${pair.relation}  ${found?.edits.map((edit) => edit.kind).join(' ')}`,
    ),
    '',
  ].join('\n')
}

function ask({ genuine, observed }: Pair, register: RegisterIndex): ImitatedDomain | undefined {
  const host = observed.slice(observed.lastIndexOf('@') + 1)
  const owner = register.ownerOf(genuine)?.name
  return register.findImitated(host).find((one) => one.genuine === genuine || one.owner === owner)
}

function isEndingOnly({ edits }: ImitatedDomain): boolean {
  return edits.every((edit) => edit.kind === 'tld-changed')
}

function parsePairs(table: string): Pair[] {
  return table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [genuine = '', observed = '', relation = '', lookalike = ''] = line.split(',')
      return { genuine, observed, relation, isLookalike: lookalike === '1' }
    })
}

function toOrganisation(domain: string): RegisterOrganisation {
  const owner = buildRegister({ organisations: [] }).ownerOf(domain)?.name ?? domain
  return { name: owner, aliases: [], domains: [domain], people: [], partners: [], urlServices: [] }
}

function toShare(count: number, all: number): string {
  return `${count} of ${all} = ${((100 * count) / Math.max(1, all)).toFixed(1)} %`
}

import type { DomainRegistration } from '../knowledge.ts'
import { limits } from '../limits.ts'
import { toRegisteredDomain } from './registered-domain.ts'
import { parseRegistryDay } from './registry-day.ts'

/** One "label: value" of a WHOIS answer, label in lower case without marks. */
interface Line {
  readonly label: string
  readonly value: string
}

/** Labels by meaning, in the words of the registries; earlier ones win. */
const DOMAIN = ['domain name', 'ドメイン名', 'domain', 'nom de domaine', 'dominio']
const REGISTERED = [
  'creation date',
  'created date',
  'registration date',
  'registration time',
  'registered on',
  'registered date',
  'domain registration date',
  'domain name commencement date',
  'record created',
  'created on',
  'creation_date',
  'created',
  'registered',
  'domain record activated',
  '登録年月日',
  'activated',
  'anniversary',
]
const REGISTRAR = [
  'registrar',
  'registrar name',
  'sponsoring registrar',
  'registrar organization',
  '登録者情報管理者',
]
const REGISTRANT = [
  'registrant organization',
  'registrant organisation',
  'registrant',
  'registrant name',
  '登録者名',
  '組織名',
  'registrant email',
  'owner',
  'holder',
  'org',
  'organization',
]

/**
 * Reads a pasted WHOIS answer (RFC 3912 leaves its form free): the `label: value` of most
 * registries, the `[label] value` of JPRS with its `a. [ドメイン名]`, and values that stand on the
 * next line as Nominet writes them.
 */
export function parseWhois(text: string): DomainRegistration | undefined {
  const lines = readLines(text.slice(0, limits.registrationCharsMax))
  const name = findValue(lines, DOMAIN)
  const domain = name === undefined ? undefined : toRegisteredDomain(name.split(/\s/)[0] ?? '')
  if (domain === undefined) return undefined
  const registeredOn = findDay(lines)
  const registrar = findValue(lines, REGISTRAR)
  const registrant = findValue(lines, REGISTRANT)
  return {
    domain,
    ...(registeredOn === undefined ? {} : { registeredOn }),
    ...(registrar === undefined ? {} : { registrar: registrar.slice(0, NAME_CHARS_MAX) }),
    ...(registrant === undefined ? {} : { registrant: registrant.slice(0, NAME_CHARS_MAX) }),
    source: 'whois',
  }
}

const NAME_CHARS_MAX = 200
const LINES_MAX = 2_000

function readLines(text: string): Line[] {
  const raw = text.split(/\r\n|\r|\n/, LINES_MAX)
  return raw.flatMap((line, at) => {
    const read = readLine(line.trim())
    if (read === undefined) return []
    const isHeading = read.value === '' && /^\s/.test(raw[at + 1] ?? '')
    return isHeading ? { ...read, value: raw[at + 1]?.trim() ?? '' } : read
  })
}

function readLine(line: string): Line | undefined {
  if (line.startsWith('%') || line.startsWith('#') || line.startsWith('>>>')) return undefined
  // "[登録年月日] 2026/06/01", "a. [ドメイン名] KITAHAMA.CO.JP"
  const japanese = /^(?:[a-z]\. ?)?\[([^\]]{1,40})\](.*)$/.exec(line)
  const english = japanese ?? /^([^:]{2,60}):(.*)$/.exec(line)
  if (english === null) return undefined
  const [, label = '', value = ''] = english
  // ".kr" and others pad their labels with dots.
  return {
    label: label
      .replace(/(?<![.\s])[.\s]+$/, '')
      .trim()
      .toLowerCase(),
    value: value.trim(),
  }
}

function findValue(lines: readonly Line[], labels: readonly string[]): string | undefined {
  for (const label of labels) {
    const value = lines.find((one) => one.label === label && one.value !== '')?.value
    if (value !== undefined) return value
  }
  return undefined
}

function findDay(lines: readonly Line[]): string | undefined {
  for (const label of REGISTERED)
    for (const one of lines) {
      const day = one.label === label ? parseRegistryDay(one.value) : undefined
      if (day !== undefined) return day
    }
  return undefined
}

import { buildRegister, type RegisterOrganisation } from 'engine'

/** Figures of the question "whom does this domain imitate?" over many protected domains. */
export interface LookalikeFigure {
  readonly domains: number
  readonly buildMs: number
  readonly megabytes: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Share of edited names that were answered. */
  readonly recall: number
}

const QUESTIONS = 20_000
const ROUNDS = 4

/** Invented names of the length and shape of company domains; the same ones on every run. */
export function benchLookalike(count: number): LookalikeFigure {
  const random = startRandom(7)
  const domains = listDomains(count, random)
  const memoryBefore = process.memoryUsage.rss()
  const startedAt = cpuMs()
  const register = buildRegister({ organisations: [toOrganisation(domains)] })
  const buildMs = cpuMs() - startedAt
  const megabytes = (process.memoryUsage.rss() - memoryBefore) / 1e6
  const questions = Array.from({ length: QUESTIONS }, () =>
    editOnce(domains[random(domains.length)] ?? '', random),
  )
  // The shortest of several times is the work itself: whatever else the machine does only adds.
  const times = questions.map(() => Number.POSITIVE_INFINITY)
  let answered = 0
  for (let round = 0; round < ROUNDS; round++)
    for (const [number, observed] of questions.entries()) {
      const askedAt = performance.now()
      const answers = register.findImitated(observed)
      times[number] = Math.min(times[number] ?? 0, performance.now() - askedAt)
      if (round === 0 && answers.length > 0) answered++
    }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  const recall = answered / QUESTIONS
  return { domains: domains.length, buildMs, megabytes, p50Ms: at(0.5), p99Ms: at(0.99), recall }
}

/** CPU time of this thread: other programs on the machine do not count. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

type Random = (below: number) => number

/** Numerical Recipes' linear congruential generator: the bench must not change between runs. */
function startRandom(seed: number): Random {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const ONSETS = 'b br c ch d dr f fl g gr h j k kl l m n p pr qu r s sh st t tr v w y z'.split(' ')
const VOWELS = 'a e i o u ai ei ou'.split(' ')
const CODAS = ['', '', '', 'n', 'r', 'l', 's', 'm', 'k', 'nd', 'rt']
const TAILS = ['', '', '', '-works', 'group', '-steel', 'tech', '-trading', 'pharma']
const SUFFIXES = ['co.example', 'example', 'test', 'com', 'co.jp', 'net', 'de']

function listDomains(count: number, random: Random): string[] {
  const pick = (from: readonly string[]) => from[random(from.length)] ?? ''
  const domains = new Set<string>()
  while (domains.size < count) {
    let label = ''
    for (let syllable = 0; syllable < 2 + random(3); syllable++)
      label += pick(ONSETS) + pick(VOWELS) + pick(CODAS)
    if (label.length >= 6) domains.add(`${label}${pick(TAILS)}.${pick(SUFFIXES)}`)
  }
  return [...domains]
}

function editOnce(domain: string, random: Random): string {
  const dot = domain.indexOf('.')
  const at = 1 + random(dot - 2)
  switch (random(6)) {
    case 0:
      return `${domain.slice(0, at)}x${domain.slice(at)}`
    case 1:
      return domain.slice(0, at) + domain.charAt(at) + domain.slice(at)
    case 2:
      return domain.slice(0, at) + domain.slice(at + 1)
    case 3:
      return `secure-${domain}`
    case 4:
      return `${domain.replaceAll('.', '-')}.test`
    default:
      return domain.replace('m', 'rn').replace('l', '1').replace('o', '0')
  }
}

function toOrganisation(domains: readonly string[]): RegisterOrganisation {
  return { name: 'bench', aliases: [], domains, people: [], partners: [], urlServices: [] }
}

import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyse } from '../analyse.ts'
import { buildRegister } from '../register/build-register.ts'
import { splitDomain } from '../register/split-domain.ts'
import { readCorpus } from '../testing/corpus.ts'
import { readSamples } from '../testing/samples.ts'
import { ATTACK_TECHNIQUES } from './attack-ids.ts'
import { techniques } from './index.ts'
import { compileRules } from '../yara/compile-rules.ts'
import { sampleKnowledge } from './sample-knowledge.ts'
import { sampleRules } from './sample-rules.ts'
import { sampleRegister } from './sample-register.ts'
import type { Finding } from './technique.ts'

// One test body for every technique. The file name of a sample says what must happen to it:
// `hit-….eml` must be found, `miss-….eml` must not. Adding a technique adds no test code.

const register = buildRegister(sampleRegister)
const { rules } = await compileRules(sampleRules)
const SAMPLE_BYTES_MAX = 64 * 1024

/** Each sample is asked about by several tests; one analysis serves them all. */
const known = new Map<string, Promise<readonly Finding[]>>()

function findFindings(bytes: Uint8Array): Promise<readonly Finding[]> {
  const key = hash('sha256', bytes)
  const before = known.get(key)
  if (before !== undefined) return before
  const found = analyse(bytes, { register, rules, knowledge: sampleKnowledge }).then(
    ({ findings }) => findings,
  )
  known.set(key, found)
  return found
}

async function findTechniques(bytes: Uint8Array): Promise<string[]> {
  const findings = await findFindings(bytes)
  return [...new Set(findings.map((one) => one.technique))].sort()
}

describe.each(techniques)('$id', ({ id, attack, title, about, advice, innocent, blindSpots }) => {
  const samples = readSamples(id)

  test.each(samples)('$name', async ({ outcome, bytes }) => {
    const found = await findTechniques(bytes)
    expect(found.includes(id) ? 'hit' : 'miss').toBe(outcome)
  })

  test('brings two samples of each outcome, small ones', () => {
    const count = (outcome: string) => samples.filter((one) => one.outcome === outcome).length
    expect(count('hit')).toBeGreaterThanOrEqual(2)
    expect(count('miss')).toBeGreaterThanOrEqual(2)
    for (const { bytes } of samples) expect(bytes.length).toBeLessThan(SAMPLE_BYTES_MAX)
  })

  test('cites ATT&CK techniques that are in force', () => {
    for (const one of attack) expect(ATTACK_TECHNIQUES).toHaveProperty([one])
  })

  test('speaks both languages', () => {
    for (const said of [title, about, advice, ...innocent, ...blindSpots]) {
      expect(said.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/)
      expect(said.en).toMatch(/^[\x20-\x7e“”’–…]+$/)
    }
    for (const said of [about, advice, ...innocent, ...blindSpots])
      expect(said.ja).toMatch(/(?:です|ます|ません|ください)。$/)
  })
})

test('techniques are listed once, sorted by id', () => {
  const ids = techniques.map((one) => one.id)
  expect(ids).toEqual([...new Set(ids)].sort())
})

// Which technique fires on whose samples. A new detector that also fires on a neighbour's samples
// changes this file, so the overlap is read in review instead of found in production.
test('overlap between techniques is on record', async () => {
  const lines: string[] = []
  for (const { id: owner } of techniques)
    for (const { name, bytes } of readSamples(owner))
      lines.push(`${owner}/${name}: ${(await findTechniques(bytes)).join(', ') || '-'}`)
  await expect(`${lines.sort().join('\n')}\n`).toMatchFileSnapshot('overlap.txt')
})

test('ordinary business mail raises no alarm but the accepted ones', async () => {
  const accepted = readAcceptedAlarms()
  const raised: string[] = []
  const mails = readCorpus('benign')
  for (const { name, bytes } of mails)
    for (const id of await findTechniques(bytes)) raised.push(`${name} ${id}`)
  expect(mails.length).toBeGreaterThanOrEqual(100)
  expect(raised.sort()).toEqual([...accepted.keys()].sort())
  for (const reason of accepted.values()) expect(reason.length).toBeGreaterThan(10)
})

test('every finding points at bytes of its mail', async () => {
  for (const { id } of techniques)
    for (const { bytes } of readSamples(id)) {
      for (const { where, alsoWhere = [], say } of await findFindings(bytes)) {
        for (const { range } of [where, ...alsoWhere]) {
          expect(range.start).toBeGreaterThanOrEqual(0)
          expect(range.end).toBeGreaterThan(range.start)
          expect(range.end).toBeLessThanOrEqual(bytes.length)
        }
        expect(`${say.ja} ${say.en}`).not.toMatch(/https?:\/\//)
      }
    }
})

test('samples use reserved names only, well-known services apart', () => {
  const mails = [...techniques.flatMap(({ id }) => readSamples(id)), ...readCorpus('benign')]
  for (const { name, bytes } of mails) {
    // Soft line breaks (RFC 2045 §6.7) cut names in two.
    const text = Buffer.from(bytes)
      .toString('utf8')
      .replaceAll(/=\r?\n/g, '')
    for (const [host] of text.matchAll(/(?<=@|:\/\/)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10}\b/g)) {
      const known = register.ownerOf(splitDomain(host)?.organisation ?? '')
      const isFree = /\.(?:example|test|invalid)$/.test(host) || known?.relation === 'well-known'
      expect(isFree || VENDORS.test(host), `${name}: ${host}`).toBe(true)
    }
  }
})

/** Hosts of the link services whose format the samples show. */
const VENDORS =
  /(?:urldefense\.com|web\.core\.windows\.net|pages\.dev|ipfs\.io|sharepoint\.com|clearbit\.com|\.onion(?:\.[a-z]+)?|fireeye\.com|onmicrosoft\.com|s3\.[a-z0-9-]{1,20}\.amazonaws\.com|amazonses\.com|\.w3\.org)$|^(?:text|plain|mixed|attachment)/

function readAcceptedAlarms(): Map<string, string> {
  const file = new URL('../../../corpus/accepted-alarms.txt', import.meta.url)
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line): [string, string] => {
      const [mail = '', id = '', ...reason] = line.split(' ')
      return [`${mail} ${id}`, reason.join(' ')]
    }),
  )
}

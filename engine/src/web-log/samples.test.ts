import { describe, expect, test } from 'vitest'
import { ATTACK_TECHNIQUES } from '../techniques/attack-ids.ts'
import { logTechniques } from '../techniques/index.ts'
import { readSamples } from '../testing/samples.ts'
import { isWebLog } from './is-web-log.ts'
import { WebLogReader } from './web-log-reader.ts'

// The logs in a technique's folder: `hit-….log` must hold probing, `miss-….log` must hold none.

function summarise(bytes: Uint8Array) {
  const reader = new WebLogReader()
  reader.write(bytes)
  return reader.end()
}

describe.each(logTechniques)(
  '$id',
  ({ id, attack, title, about, advice, innocent, blindSpots }) => {
    const samples = readSamples(id)

    test.each(samples)('$name', ({ outcome, bytes }) => {
      expect(isWebLog(bytes)).toBe(true)
      const { kinds, lines } = summarise(bytes)
      expect(lines.broken).toBe(0)
      expect(kinds.length > 0 ? 'hit' : 'miss').toBe(outcome)
      for (const { say } of kinds) expect(`${say.ja} ${say.en}`).not.toMatch(/https?:\/\//)
    })

    test('brings two samples of each outcome', () => {
      for (const outcome of ['hit', 'miss'])
        expect(samples.filter((one) => one.outcome === outcome).length).toBeGreaterThanOrEqual(2)
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
  },
)

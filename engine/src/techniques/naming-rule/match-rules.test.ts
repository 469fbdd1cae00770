import { expect, test } from 'vitest'
import { matchBoard, matchCelestial } from './match-rules.ts'

const at = (address: string) => {
  const [localPart = '', domain = ''] = address.split('@')
  return { localPart, domain }
}

// Invented addresses of the reported structure (2020Q1 §4.2, 2020Q2 §3.5), and their neighbours.
test.each([
  ['secure-mars@mx-relay-host.test', 'strong'],
  ['mars-secure@mx-relay-host.test', 'strong'],
  ['securemars@mxrelayhost.test', 'strong'],
  ['secure.mars7@smtp-gateway.test', 'strong'],
  ['tls-lyra-net@mail-transfer-server.test', 'strong'],
  ['anzen-kinsei@secure-mail.test', 'strong'],
  ['relay_nexus@encrypted-link.test', 'strong'],
  ['secure-mars@harbour-metals.example', 'medium'],
  ['server-mars@harbour-metals.example', 'weak'],
  ['mailstar@harbour-metals.example', undefined],
  ['mars@mx-relay-host.test', undefined],
  ['secure@mx-relay-host.test', undefined],
  ['secure-mars-venus@mx-relay-host.test', undefined],
  ['secure-tanaka@mx-relay-host.test', undefined],
  ['no-reply@secure-mail.test', undefined],
  ['', undefined],
])('%s: %s', (address, weight) => expect(matchCelestial(at(address))?.weight).toBe(weight))

test.each([
  ['board@intern-mobile.test', 'strong'],
  ['board-1@mobile-server.test', 'strong'],
  ['relay@internserver.test', 'strong'],
  ['relay@mobile-net.test', 'medium'],
  ['board@harbour-metals.example', undefined],
  ['relay@mailserver.test', 'medium'],
  ['boarding@mobile-server.test', undefined],
])('%s: %s', (address, weight) => expect(matchBoard(at(address))?.weight).toBe(weight))

test('names made to be cut in many ways are given up at once', () => {
  const started = performance.now()
  for (let round = 0; round < 1000; round++)
    matchCelestial({ localPart: `${'netnet'.repeat(10)}x`, domain: 'a.test' })
  expect(performance.now() - started).toBeLessThan(1000)
})

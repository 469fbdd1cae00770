import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openArtefacts } from '../../evidence/open-artefacts.ts'
import { openEvidence } from '../../evidence/open-evidence.ts'
import { parseMessage } from '../../evidence/parse-message.ts'
import { parseCms } from './parse-cms.ts'

// Made by OpenSSL: `cms -sign -nodetach` in DER, the same with -stream (BER of indefinite length,
// content in pieces), and `cms -encrypt`.
const SIGNED = Buffer.from(
  'MIIEpAYJKoZIhvcNAQcCoIIElTCCBJECAQExDTALBglghkgBZQMEAgEwcQYJKoZIhvcNAQcBoGQEYkNvbnRlbnQtVHlwZTogdGV4dC9odG1sOyBjaGFyc2V0PXV0Zi04DQoNCjxwPlBsZWFzZSA8YSBocmVmPSJodHRwczovL3BheS5pbnZhbGlkL2luIj5wYXk8L2E+PC9wPg0KoIICOjCCAjYwggHcoAMCAQICFHMccmu7Y4plueTU7UDUwfYLJTNqMAoGCCqGSM49BAMCMF8xCzAJBgNVBAYTAkpQMRMwEQYDVQQKDApQYXJ0bmVyIEtLMRQwEgYDVQQDDAtZYW1hZGEgVGFybzElMCMGCSqGSIb3DQEJARYWeWFtYWRhQHBhcnRuZXIuZXhhbXBsZTAeFw0yNjExMjYyMTA4MzhaFw0yNzExMjYyMTA4MzhaMF8xCzAJBgNVBAYTAkpQMRMwEQYDVQQKDApQYXJ0bmVyIEtLMRQwEgYDVQQDDAtZYW1hZGEgVGFybzElMCMGCSqGSIb3DQEJARYWeWFtYWRhQHBhcnRuZXIuZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABEpGlQhdUfnCzhJZCAD95Z9KVgmLGLfEIZVHwVQQQGJCeIcu1kIADzqyRyT2jN/fOxfalUhS5tpWjSUpDbN8BCCjdjB0MB0GA1UdDgQWBBR9ErRR9Y8vU9jVBX5ZIbaStiUL1jAfBgNVHSMEGDAWgBR9ErRR9Y8vU9jVBX5ZIbaStiUL1jAPBgNVHRMBAf8EBTADAQH/MCEGA1UdEQQaMBiBFnlhbWFkYUBwYXJ0bmVyLmV4YW1wbGUwCgYIKoZIzj0EAwIDSAAwRQIgNOtIqkOoXU6tFPljOdug4Z7bBTvCJZCIe91Sx8XXhl8CIQDVUsfNPum015oQMxaqAXoLfvj5aApB8kvslUh+pZxq3zGCAcowggHGAgEBMHcwXzELMAkGA1UEBhMCSlAxEzARBgNVBAoMClBhcnRuZXIgS0sxFDASBgNVBAMMC1lhbWFkYSBUYXJvMSUwIwYJKoZIhvcNAQkBFhZ5YW1hZGFAcGFydG5lci5leGFtcGxlAhRzHHJru2OKZbnk1O1A1MH2CyUzajALBglghkgBZQMEAgGggeQwGAYJKoZIhvcNAQkDMQsGCSqGSIb3DQEHATAcBgkqhkiG9w0BCQUxDxcNMjYxMTI2MjEwODM4WjAvBgkqhkiG9w0BCQQxIgQgi4KYzplwoifw2hSihjfLztKh0e8+CXRtqgRsXx58AF4weQYJKoZIhvcNAQkPMWwwajALBglghkgBZQMEASowCwYJYIZIAWUDBAEWMAsGCWCGSAFlAwQBAjAKBggqhkiG9w0DBzAOBggqhkiG9w0DAgICAIAwDQYIKoZIhvcNAwICAUAwBwYFKw4DAgcwDQYIKoZIhvcNAwICASgwCgYIKoZIzj0EAwIESDBGAiEAs2RZ4nZEOYdHhVvqBRo3WdeMORSBNbiOlb4UgFdSlYoCIQC5aW0VphfU3X/RAGfDM2K21u69qN9BJeMY4qTvtmkcdA==',
  'base64',
)
const STREAMED = Buffer.from(
  'MIAGCSqGSIb3DQEHAqCAMIACAQExDTALBglghkgBZQMEAgEwgAYJKoZIhvcNAQcBoIAkgARiQ29udGVudC1UeXBlOiB0ZXh0L2h0bWw7IGNoYXJzZXQ9dXRmLTgNCg0KPHA+UGxlYXNlIDxhIGhyZWY9Imh0dHBzOi8vcGF5LmludmFsaWQvaW4iPnBheTwvYT48L3A+DQoAAAAAAACgggI6MIICNjCCAdygAwIBAgIUcxxya7tjimW55NTtQNTB9gslM2owCgYIKoZIzj0EAwIwXzELMAkGA1UEBhMCSlAxEzARBgNVBAoMClBhcnRuZXIgS0sxFDASBgNVBAMMC1lhbWFkYSBUYXJvMSUwIwYJKoZIhvcNAQkBFhZ5YW1hZGFAcGFydG5lci5leGFtcGxlMB4XDTI2MTEyNjIxMDgzOFoXDTI3MTEyNjIxMDgzOFowXzELMAkGA1UEBhMCSlAxEzARBgNVBAoMClBhcnRuZXIgS0sxFDASBgNVBAMMC1lhbWFkYSBUYXJvMSUwIwYJKoZIhvcNAQkBFhZ5YW1hZGFAcGFydG5lci5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAESkaVCF1R+cLOElkIAP3ln0pWCYsYt8QhlUfBVBBAYkJ4hy7WQgAPOrJHJPaM3987F9qVSFLm2laNJSkNs3wEIKN2MHQwHQYDVR0OBBYEFH0StFH1jy9T2NUFflkhtpK2JQvWMB8GA1UdIwQYMBaAFH0StFH1jy9T2NUFflkhtpK2JQvWMA8GA1UdEwEB/wQFMAMBAf8wIQYDVR0RBBowGIEWeWFtYWRhQHBhcnRuZXIuZXhhbXBsZTAKBggqhkjOPQQDAgNIADBFAiA060iqQ6hdTq0U+WM526DhntsFO8IlkIh73VLHxdeGXwIhANVSx80+6bTXmhAzFqoBegt++PloCkHyS+yVSH6lnGrfMYIByTCCAcUCAQEwdzBfMQswCQYDVQQGEwJKUDETMBEGA1UECgwKUGFydG5lciBLSzEUMBIGA1UEAwwLWWFtYWRhIFRhcm8xJTAjBgkqhkiG9w0BCQEWFnlhbWFkYUBwYXJ0bmVyLmV4YW1wbGUCFHMccmu7Y4plueTU7UDUwfYLJTNqMAsGCWCGSAFlAwQCAaCB5DAYBgkqhkiG9w0BCQMxCwYJKoZIhvcNAQcBMBwGCSqGSIb3DQEJBTEPFw0yNjExMjYyMTA4MzhaMC8GCSqGSIb3DQEJBDEiBCCLgpjOmXCiJ/DaFKKGN8vO0qHR7z4JdG2qBGxfHnwAXjB5BgkqhkiG9w0BCQ8xbDBqMAsGCWCGSAFlAwQBKjALBglghkgBZQMEARYwCwYJYIZIAWUDBAECMAoGCCqGSIb3DQMHMA4GCCqGSIb3DQMCAgIAgDANBggqhkiG9w0DAgIBQDAHBgUrDgMCBzANBggqhkiG9w0DAgIBKDAKBggqhkjOPQQDAgRHMEUCIQCa9+MP4N4/650tZ1LJl2wfiqSXbUSBJorFrKLRegLULQIgc16FGTuxPMBHG6rA5YyS1Zx6xiDXDvVcgzOpeH6SkUsAAAAAAAA=',
  'base64',
)
const ENVELOPED = Buffer.from(
  'MIIB1gYJKoZIhvcNAQcDoIIBxzCCAcMCAQIxggEdoYIBGQIBA6BRoU8wCQYHKoZIzj0CAQNCAAT01C8241NUpGibfH4CxriL71yZCCWJpEF7uoLSyhq0bvcgHl5IT2ygtpnKsdDRfsv4iBWncNOMMKajGCilV87CMBgGCSuBBRCGSD8AAjALBglghkgBZQMEAS0wgaYwgaMwdzBfMQswCQYDVQQGEwJKUDETMBEGA1UECgwKUGFydG5lciBLSzEUMBIGA1UEAwwLWWFtYWRhIFRhcm8xJTAjBgkqhkiG9w0BCQEWFnlhbWFkYUBwYXJ0bmVyLmV4YW1wbGUCFHMccmu7Y4plueTU7UDUwfYLJTNqBChBNIo6tUShw5txZCp89rnAkR7p8suDtqITpBYEtBa0ruY4vZVeUHhKMIGcBgkqhkiG9w0BBwEwHQYJYIZIAWUDBAEqBBDYXPMs7qxEc9raxB3cRHu0gHBDaEKblP0F5Snar1SOebEmttw3qrTsmzQu/q+bP48SP776XwTyPrwY6q7dBsvzq2YJG7L4coWVD+3PxTyjflsUqDKgziDSPzsOh7vnUGXs5aDxtyv4mmNbPqfl/zdfMgqQSWaW49q88HFA1sIkQ93d',
  'base64',
)
// `cms -sign -nodetach -binary -noattr -nocerts` over a file: CAdES as offices send it.
const SIGNED_FILE = Buffer.from(
  'MIHvBgkqhkiG9w0BBwKggeEwgd4CAQExDTALBglghkgBZQMEAgEwHgYJKoZIhvcNAQcBoBEEDyVQREYtMS40CiUlRU9GCjGBqTCBpgIBATA+MCYxEzARBgNVBAoMClBhcnRuZXIgS0sxDzANBgNVBAMMBllhbWFkYQIUI27xINf4d2x86RcCWeXdQZyxFGowCwYJYIZIAWUDBAIBMAoGCCqGSM49BAMCBEgwRgIhAOOAEOgy7G99LF3A3wIBLVm3/4Vg3QGr23dz5TdB/ZaAAiEA3kSadDq5WdPfYgAA5bHJJXiQgObDgQqFXvgDyZGE6uk=',
  'base64',
)
const INNER =
  'Content-Type: text/html; charset=utf-8\r\n\r\n<p>Please <a href="https://pay.invalid/in">pay</a></p>\r\n'
const NAME = 'C=JP, O=Partner KK, CN=Yamada Taro, E=yamada@partner.example'

function mailWith(bytes: Uint8Array, type: string): Buffer {
  const base64 = Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')
  return Buffer.from(
    `From: Yamada <yamada@partner.example>\r\nSubject: Signed\r\nContent-Type: ${type};\r\n name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}\r\n`,
  )
}

test.each([
  ['DER', SIGNED],
  ['BER in pieces', STREAMED],
])('what was signed is taken out of %s, with its certificate', (_kind, bytes) => {
  const reading = parseCms(bytes)
  expect(reading).toMatchObject({
    kind: 'signed',
    certificates: [
      {
        serial: '731c726bbb638a65b9e4d4ed40d4c1f60b25336a',
        subject: NAME,
        issuer: NAME,
        addresses: ['yamada@partner.example', 'yamada@partner.example'],
        validFrom: '2026-11-26T21:08:38Z',
        validUntil: '2027-11-26T21:08:38Z',
      },
    ],
  })
  expect(reading?.kind === 'signed' && Buffer.from(reading.content ?? []).toString()).toBe(INNER)
})

test('the recipients of an encrypted mail are told, and that it stays closed', async () => {
  const message = parseMessage(
    mailWith(ENVELOPED, 'application/pkcs7-mime; smime-type=enveloped-data'),
  )
  const { artefacts, problems } = await openArtefacts(message)
  expect(problems.map(({ code }) => code)).toEqual(['encrypted-mail'])
  expect(artefacts[1]?.reading?.facts).toEqual([
    { name: 'recipient-key', value: `${NAME}; serial 731c726bbb638a65b9e4d4ed40d4c1f60b25336a` },
  ])
})

test('a mail inside its own signature is analysed with its header and the text that was signed', async () => {
  const bytes = mailWith(STREAMED, 'application/pkcs7-mime; smime-type=signed-data')
  const { mails, problems } = await openEvidence(bytes)
  const mail = parseMessage(mails[0]?.bytes ?? new Uint8Array())

  expect(problems.map(({ code }) => code)).toEqual(['opened-signed-mail'])
  expect(mail.from?.address).toBe('yamada@partner.example')
  expect(mail.header('subject')[0]?.range).toEqual(parseMessage(bytes).header('subject')[0]?.range)
  expect(mail.links.map(({ url }) => url)).toEqual(['https://pay.invalid/in'])
  expect(mail.problems).toEqual([])
})

test('its text and links are also found when only the mail is read', async () => {
  const { artefacts } = await openArtefacts(
    parseMessage(mailWith(SIGNED, 'application/pkcs7-mime')),
  )
  expect(artefacts.map(({ path, kind }) => [path, kind])).toEqual([
    ['0', 'mail'],
    ['0', 'attachment'],
    ['0/0', 'mail'],
    ['0/0', 'text'],
  ])
  expect(artefacts[1]?.reading?.links.map(({ url }) => url)).toEqual(['https://pay.invalid/in'])
})

test('a file that was signed by itself is taken out and opened as one', async () => {
  const mail = mailWith(SIGNED_FILE, 'application/pkcs7-mime').toString()
  const { artefacts } = await openArtefacts(
    parseMessage(Buffer.from(mail.replace('smime.p7m', 'order.pdf.p7m'))),
  )
  expect(artefacts.map(({ fileName, type, kind }) => [fileName, type, kind]).at(-1)).toEqual([
    'order.pdf',
    'application/pdf',
    'embedded',
  ])
})

test('any bytes are read without a throw, twice the same', () => {
  const damaged = fc
    .tuple(
      fc.constantFrom(SIGNED, STREAMED, ENVELOPED),
      fc.array(fc.record({ at: fc.nat(), byte: fc.nat(255) }), { maxLength: 10 }),
    )
    .map(([sound, changes]) => {
      const bytes = Buffer.from(sound)
      for (const { at, byte } of changes) bytes[at % bytes.length] = byte
      return bytes
    })
  fc.assert(
    fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 500 })), (bytes) => {
      expect(parseCms(bytes)).toEqual(parseCms(bytes))
    }),
    { seed: 26, interruptAfterTimeLimit: 3_000, numRuns: 100_000, markInterruptAsFailure: false },
  )
})

test('elements in elements without end are read in linear time', () => {
  const bytes = Buffer.alloc(1_000_000, Buffer.from([0x30, 0x80]))
  const startedAt = performance.now()
  parseCms(bytes)
  expect(performance.now() - startedAt).toBeLessThan(1_000)
})

import { expect, test } from 'vitest'
import type { Artefact } from './evidence/artefact.ts'
import { listAllLinks } from './evidence/list-all-links.ts'
import { parseMessage } from './evidence/parse-message.ts'
import { findIndicators } from './find-indicators.ts'
import { buildRegister } from './register/build-register.ts'

const register = buildRegister({ organisations: [] })

const message = parseMessage(
  Buffer.from(
    [
      'From: sales@north.example',
      'To: miwa@kitahama.example',
      'Content-Type: text/html',
      '',
      '<a href="https://a.example/x">a</a>',
      '<a href="https://protect-eu.mimecast.com/s/AbCdEfGhIj?domain=hidden.example">b</a>',
      '<a href="https://url.avanan.click/v2/___https://b.example/y___.YXAz">c</a>',
      '<a href="https://ipfs.io/ipfs/bafy">d</a>',
      '<a href="https://some-page.web.app/z">e</a>',
      '<a href="https://bit.ly/abc">f</a>',
      '<a href="https://www.kitahama.example/own">g</a>',
      '<img src="https://c.example/pixel.gif">',
    ].join('\r\n'),
  ),
)

const file = {
  path: '2',
  type: 'application/pdf',
  fileName: 'invoice.pdf',
  sizeBytes: 9,
  sha256: 'a'.repeat(64),
  sha1: '',
  md5: '',
  kind: 'attachment',
  reading: {
    text: '',
    signs: [],
    facts: [],
    links: [
      { url: 'https://d.example/in-file', kind: 'document' },
      { url: 'https://e.example/in-picture', kind: 'qr' },
    ],
  },
} as const satisfies Artefact

const embedded = { ...file, path: '2/1', kind: 'embedded', sha256: 'b'.repeat(64) } as const

const page = {
  ...{ ...file, path: '3', type: 'text/html', fileName: 'page.html', sha256: 'c'.repeat(64) },
  reading: {
    ...{ text: '', signs: [], facts: [] },
    links: [
      { url: 'https://f.example/logo.png', kind: 'image' },
      { url: 'https://g.example/style.css?v=2', kind: 'resource' },
      { url: 'https://h.example/kit.js', kind: 'resource' },
      { url: 'https://i.example/post.php', kind: 'form' },
      { url: 'https://j.example/login', kind: 'anchor' },
    ],
  },
} as const satisfies Artefact
const drawing = {
  ...{ ...page, path: '4', type: 'image/svg+xml', fileName: 'a.svg', sha256: 'd'.repeat(64) },
  reading: { ...page.reading, links: [{ url: 'https://k.example/logo', kind: 'image' }] },
} as const satisfies Artefact
const files = [file, embedded, page, drawing]

const found = findIndicators(message, files, [], register, listAllLinks(message, files)).map(
  ({ context, type, value }) => `${context} ${type} ${value}`,
)

test.each([
  'link url https://a.example/x',
  'link domain a.example',
  'link-target domain hidden.example',
  'link-target url https://b.example/y',
  'link-target domain b.example',
  'link url https://ipfs.io/ipfs/bafy',
  'link url https://some-page.web.app/z',
  'link domain some-page.web.app',
  'link url https://bit.ly/abc',
  'image url https://c.example/pixel.gif',
  'file-link url https://d.example/in-file',
  'file-link domain d.example',
  'image url https://f.example/logo.png',
  'image domain f.example',
  'image url https://g.example/style.css?v=2',
  'file-link url https://h.example/kit.js',
  'file-link url https://i.example/post.php',
  'file-link url https://j.example/login',
  'image url https://k.example/logo',
  'qr url https://e.example/in-picture',
  'qr domain e.example',
  `attachment sha256 ${'a'.repeat(64)}`,
  `embedded sha256 ${'b'.repeat(64)}`,
])('%s', (line) => {
  expect(found).toContain(line)
})

test('what dresses an attached page is no link of it', () => {
  expect(found.join('\n')).not.toMatch(/file-link \S+ (?:https:\/\/)?[fgk]\.example/)
})

test('hosts of everybody are named as whole addresses only, the recipient’s not at all', () => {
  const domains = found.filter((line) => line.includes(' domain ')).join('\n')
  expect(domains).not.toMatch(/avanan|ipfs\.io|bit\.ly|mimecast/)
  expect(found.join('\n')).not.toContain('kitahama')
})

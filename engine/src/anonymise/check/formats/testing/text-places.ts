import type { DocumentFormat } from '../document-format.ts'
import { writePng, pngChunk } from './build-pictures.ts'
import { cut, type HidingPlace, toBytes } from './hiding-place.ts'

function place(
  format: DocumentFormat,
  where: string,
  told: RegExp,
  write: (name: string) => string | Uint8Array,
): HidingPlace {
  return {
    ...{ format, place: where, told },
    write(name) {
      const written = write(name)
      const bytes = typeof written === 'string' ? toBytes(written) : written
      return { name: `report.${format}`, format, bytes }
    },
  }
}

const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64')
const picture = (name: string): string =>
  base64(writePng([pngChunk('tEXt', Buffer.from(`Author\0${name}`))]))
const codes = (name: string): string =>
  Array.from(
    name,
    (letter) => `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  ).join('')
const cssCodes = (name: string): string =>
  Array.from(name, (letter) => `\\${(letter.codePointAt(0) ?? 0).toString(16)} `).join('')
const entities = (name: string): string =>
  Array.from(name, (letter) => `&#${letter.codePointAt(0) ?? 0};`).join('')
const mail = (head: string, body: string): string =>
  `From: desk@hub.example\r\nTo: a@member.example\r\nMIME-Version: 1.0\r\n${head}\r\n\r\n${body}\r\n`
const part = (head: string, body: string): string => `--b1\r\n${head}\r\n\r\n${body}\r\n`
const multipart = (...parts: readonly string[]): string =>
  mail('Content-Type: multipart/mixed; boundary=b1', `${parts.join('')}--b1--`)

/** Text formats by where in them a name can stand. */
export const TEXT_PLACES: readonly HidingPlace[] = [
  place('text', 'third line', /^line 3$/u, (name) => `One\nTwo\nSeen at ${name}.\n`),
  place('text', 'UTF-16 with a mark', /^line \d+$/u, (name) =>
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`Seen at ${name}.`, 'utf16le')]),
  ),
  place('json', 'STIX: a custom property', /^value objects\[0\]\.x_source$/u, (name) =>
    JSON.stringify({ type: 'bundle', objects: [{ type: 'report', x_source: name }] }),
  ),
  place(
    'json',
    'MISP: escaped letters of an attribute',
    /^value Event\.Attribute\[0\]\.value$/u,
    (name) => `{"Event":{"Attribute":[{"type":"text","value":"${codes(name)}"}]}}`,
  ),
  place('json', 'MISP: an attached picture', /Attribute\[0\]\.data, picture text Author/u, (name) =>
    JSON.stringify({ Event: { Attribute: [{ type: 'attachment', data: picture(name) }] } }),
  ),
  place('json', 'a key', /^key Event\./u, (name) => JSON.stringify({ Event: { [name]: 1 } })),
  place('json', 'the first of two equal keys', /^line 1$/u, (name) => `{"a":"${name}","a":"b"}`),
  place('csv', 'a quoted cell', /^row 2, column 2$/u, (name) => `kind,value\nurl,"${name}"\n`),
  place('mail', 'the subject, encoded', /^header Subject$/u, (name) =>
    mail(`Subject: =?UTF-8?B?${base64(name)}?=`, 'x'),
  ),
  place('mail', 'a Base64 part', /^part 1, (?:text|line 1)$/u, (name) =>
    multipart(
      part(
        'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64',
        base64(`Seen at ${name}.`),
      ),
    ),
  ),
  place('mail', 'an HTML part, split by tags', /^part 1, element p$/u, (name) =>
    multipart(
      part('Content-Type: text/html; charset=utf-8', `<p>${cut(name, 3).join('<i></i>')}</p>`),
    ),
  ),
  place(
    'mail',
    'the file name of an attachment',
    /^part 1, (?:file name|header Content-Disposition)$/u,
    (name) =>
      multipart(
        part(
          `Content-Type: text/plain\r\nContent-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(name)}.txt`,
          'x',
        ),
      ),
  ),
  place('mail', 'a mail inside a mail', /^part 1, header From$/u, (name) =>
    multipart(
      part(
        'Content-Type: message/rfc822',
        `From: =?UTF-8?B?${base64(name)}?= <a@x.example>\r\nSubject: s\r\n\r\nb`,
      ),
    ),
  ),
  place('mail', 'an attached picture', /^part 1, picture text Author$/u, (name) =>
    multipart(part('Content-Type: image/png\r\nContent-Transfer-Encoding: base64', picture(name))),
  ),
  place('mail', 'between the parts', /^outside the parts$/u, (name) =>
    mail('Content-Type: multipart/mixed; boundary=b1', `${name}\r\n--b1\r\n\r\nx\r\n--b1--`),
  ),
  place(
    'html',
    'split by tags',
    /^element p$/u,
    (name) => `<html><p>${cut(name, 4).join('<b></b>')}</p></html>`,
  ),
  place('html', 'entities', /^element p$/u, (name) => `<p>${entities(name)}</p>`),
  place('html', 'an attribute', /attribute img alt$/u, (name) => `<p><img alt="${name}"></p>`),
  place('html', 'a comment', /comment$/u, (name) => `<p>x</p><!-- ${name} -->`),
  place(
    'html',
    'content of a style',
    /^element style$/u,
    (name) => `<style>p::after{content:"${cssCodes(name)}"}</style>`,
  ),
  place(
    'html',
    'a script',
    /^element script$/u,
    (name) => `<script>var a="${codes(name)}"</script>`,
  ),
  place(
    'html',
    'a picture in an address',
    /attribute img src, picture text Author$/u,
    (name) => `<img src="data:image/png;base64,${picture(name)}">`,
  ),
  place(
    'html',
    'a page in an attribute',
    /attribute iframe srcdoc/u,
    (name) =>
      `<iframe srcdoc="&lt;p&gt;${cut(name, 2).join('&lt;b&gt;&lt;/b&gt;')}&lt;/p&gt;"></iframe>`,
  ),
  place(
    'xml',
    'an element',
    /^element author$/u,
    (name) => `<?xml version="1.0"?><a><author>${name}</author></a>`,
  ),
  place(
    'xml',
    'a processing instruction',
    /^declaration$/u,
    (name) => `<?xml version="1.0"?><?who ${name}?><a/>`,
  ),
  place(
    'svg',
    'split by tspan',
    /^element text$/u,
    (name) =>
      `<svg><text>${cut(name, 3)
        .map((one) => `<tspan>${one}</tspan>`)
        .join('')}</text></svg>`,
  ),
  place('svg', 'the title', /^element title$/u, (name) => `<svg><title>${name}</title></svg>`),
  place('svg', 'the description', /^element desc$/u, (name) => `<svg><desc>${name}</desc></svg>`),
  place(
    'svg',
    'metadata',
    /^element dc:creator$/u,
    (name) => `<svg><metadata><dc:creator>${name}</dc:creator></metadata></svg>`,
  ),
  place(
    'svg',
    'one letter an element',
    /^line 1$/u,
    (name) => `<svg>${Array.from(name, (one) => `<text>${one}</text>`).join('')}</svg>`,
  ),
  place(
    'svg',
    'a drawing in an address',
    /attribute image href, element text$/u,
    (name) =>
      `<svg><image href="data:image/svg+xml;base64,${base64(`<svg><text>${name}</text></svg>`)}"/></svg>`,
  ),
  {
    ...{ format: 'text', place: 'the name of the file', told: /^file name$/u },
    write: (name) => ({ name: `${name}.txt`, bytes: toBytes('x') }),
  },
]

import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { FileReading } from '../file-reading.ts'
import { toFile } from '../testing/file-to-read.ts'
import { html } from './reader.ts'

const PLACE = 'https://a.example/login'
const PAGE = `<form action="${PLACE}"><input type="password"></form>`
const base64 = (text: string) => Buffer.from(text).toString('base64')
const xored = (text: string) =>
  Buffer.from(Buffer.from(text).map((byte) => byte ^ 0x5a)).toString('base64')
const reversed = (text: string) => Array.from(text).toReversed().join('')
const codes = (text: string, shift = 0) => Array.from(text, (one) => one.charCodeAt(0) + shift)
const hex = (text: string) =>
  Array.from(text, (one) => `\\x${one.charCodeAt(0).toString(16)}`).join('')
const units = (text: string) =>
  Array.from(text, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
const percents = (text: string) =>
  Array.from(text, (one) => `%${one.charCodeAt(0).toString(16)}`).join('')

async function read(page: string): Promise<FileReading> {
  return html.read(toFile(Buffer.from(`<html>${page}</html>`), 'a.html'))
}

/** Ways to hide one page, as kits on sale do it. */
const HIDDEN: Readonly<Record<string, string>> = {
  'atob and document.write': `document.write(atob("${base64(PAGE)}"))`,
  'atob inside atob': `document.write(atob(atob("${base64(base64(PAGE))}")))`,
  'a name in brackets': `window["atob"]; document["write"](window["at"+"ob"]("${base64(PAGE)}"))`,
  unescape: `document.write(unescape("${percents(PAGE)}"))`,
  'decodeURIComponent of escape sequences': `document.write(decodeURIComponent("${percents(PAGE)}"))`,
  'hexadecimal escapes': `document.write("${hex(PAGE)}")`,
  'Unicode escapes': `document.write("${units(PAGE)}")`,
  'character codes': `document.write(String.fromCharCode(${codes(PAGE).join(',')}))`,
  'a list of codes': `var c=[${codes(PAGE).join(',')}];document.write(String.fromCharCode.apply(null,c))`,
  'strings put together': `var a='${PAGE.slice(0, 20)}'+'${PAGE.slice(20)}';document.write(a)`,
  'strings added': `var a='';a+='${PAGE.slice(0, 20)}';a+='${PAGE.slice(20)}';document.write(a)`,
  reversed: `document.write("${reversed(PAGE).replaceAll('"', '\\"')}".split("").reverse().join(""))`,
  'reversed Base64': `document.write(atob("${reversed(base64(PAGE))}".split('').reverse().join('')))`,
  'a letter put in': `document.write(atob("${base64(PAGE).replace(/.{5}/g, '$&!')}".replace(/!/g, "")))`,
  'split and join': `document.write(atob("${base64(PAGE).replace(/.{5}/g, '$&~~')}".split("~~").join("")))`,
  'a list of pieces': `var p=["${base64(PAGE).slice(0, 30)}","${base64(PAGE).slice(30)}"];document.write(atob(p[0]+p[1]))`,
  'a decoder of their own': `document.write(decode("${base64(PAGE)}"))`,
  'XOR with one byte': `var s=atob("${xored(PAGE)}"),o='';for(i=0;i<s.length;i++)o+=String.fromCharCode(s.charCodeAt(i)^k)`,
  'eval of a script': `eval(atob("${base64(`document.write('${PAGE}')`)}"))`,
}

test.each(Object.entries(HIDDEN))('a form hidden by %s is found', async (_way, script) => {
  const { links, signs = [] } = await read(`<script>${script}</script>`)
  expect(links).toContainEqual({ kind: 'form', url: PLACE })
  expect(signs.map(({ kind }) => kind)).toContain('html-password-field')
})

test.each([
  [`location.href="${PLACE}"`, 'redirect'],
  [`window.location.replace('https://a.'+'example/login')`, 'redirect'],
  [`window.location = atob('${base64(PLACE)}')`, 'redirect'],
  [`var b="${PLACE}";location.assign(b)`, 'redirect'],
  [`$.ajax({type:'POST',url:"${PLACE}"})`, 'form'],
  [`fetch("${PLACE}",{method:"POST"})`, 'form'],
  [`x.open("POST","${PLACE}",true)`, 'form'],
])('the script %s leads to the place as %s', async (script, kind) => {
  const { links } = await read(`<script>${script}</script>`)
  expect(links).toContainEqual({ kind, url: PLACE })
})

test('what follows a known beginning may be unknown', async () => {
  const { links } = await read(`<script>location.href="${PLACE}?e="+mail</script>`)
  expect(links).toContainEqual({ kind: 'redirect', url: `${PLACE}?e=` })
})

test.each([
  [`<meta http-equiv="refresh" content="0;url=${PLACE}">`, 'redirect'],
  [`<iframe src="data:text/html;base64,${base64(PAGE)}"></iframe>`, 'form'],
  [`<body onload="location.href='${PLACE}'">`, 'redirect'],
  [`<a href="javascript:location='${PLACE}'">Open</a>`, 'redirect'],
])('the page %s leads to the place as %s', async (page, kind) => {
  const { links } = await read(page)
  expect(links).toContainEqual({ kind, url: PLACE })
})

test('a script in an SVG is read', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><script><![CDATA[window.location='${PLACE}';]]></script></svg>`
  const { links } = await html.read(toFile(Buffer.from(svg), 'a.svg'))
  expect(links).toContainEqual({ kind: 'redirect', url: PLACE })
})

describe('a file put together in the browser', () => {
  const archive = gzipSync(Buffer.from('x'.repeat(500) + Math.PI), { level: 0 })
  test('is taken out under its name', async () => {
    const { members, signs = [] } = await read(
      `<script>var d="${archive.toString('base64')}";var b=new Blob([toBytes(d)]);a.href=URL.createObjectURL(b);a.download="invoice.gz";a.click()</script>`,
    )
    expect(signs).toContainEqual({ kind: 'html-smuggling', excerpt: 'invoice.gz' })
    expect(members?.map(({ name }) => name)).toEqual(['invoice.gz'])
    expect(Buffer.from(members?.[0]?.content ?? []).equals(archive)).toBe(true)
  })

  test('and linked as data is taken out', async () => {
    const { members } = await read(
      `<a href="data:application/gzip;base64,${archive.toString('base64')}">Open</a>`,
    )
    expect(members).toHaveLength(1)
  })
})

test('an ordinary report has no signs', async () => {
  const { signs, text } = await read(
    '<style>td{color:red}</style><table><tr><td>4月</td><td>120</td></tr></table><script>var rows=[120,130];draw(rows)</script>',
  )
  expect(signs).toEqual([])
  expect(text).toBe('4月 120')
})

test('no page of a megabyte takes longer than a second', async () => {
  const pieces = [
    '<script>',
    '<script>"a"+</script>',
    '["a",',
    '((((',
    'a+="b";',
    '"a".split("").reverse().join("")+',
    ' onload="',
    'atob(',
    '/a[/',
    'data:text/html,',
  ]
  const start = performance.now()
  for (const piece of pieces) await read(`<script>${piece.repeat(1_000_000 / piece.length)}`)
  // A bound against quadratic work on a busy machine, not a measurement.
  expect(performance.now() - start).toBeLessThan(30_000)
}, 60_000)

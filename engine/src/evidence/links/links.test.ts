import { describe, expect, test } from 'vitest'
import { parseMessage } from '../parse-message.ts'
import { readHtml } from './read-html.ts'
import { findTextLinks } from './text-links.ts'

describe('URLs in text', () => {
  test.each([
    // text                                              urls
    ['詳細はhttps://a.example/xを参照', ['https://a.example/x']],
    ['「https://a.example/x」', ['https://a.example/x']],
    ['(see http://a.example/x).', ['http://a.example/x']],
    ['http://a.example/wiki_(x) and', ['http://a.example/wiki_(x)']],
    ['http://a.example, http://b.example!', ['http://a.example', 'http://b.example']],
    ['<http://a.example/?q=1&r=2>', ['http://a.example/?q=1&r=2']],
    ['hxxps://evil[.]example/a', ['https://evil.example/a']],
    ['hxxp[:]//evil(.)example', ['http://evil.example']],
    ['hxxps[://]evil[.]example/', ['https://evil.example/']],
    ['h**p://evil.example/', ['http://evil.example/']],
    ['www.a.example/x。', ['http://www.a.example/x']],
    ['https://例え.example/パス', ['https://例え.example/']],
    ['http://user@a.example:8080/', ['http://user@a.example:8080/']],
    ['http://[2001:db8::1]/x', ['http://[2001:db8::1]/x']],
    ['mailto:a@www.b.example', []],
    ['write to www.someone@a.example or www.a.example', ['http://www.a.example']],
    ['xhttp://a.example', []],
    ['http://', []],
    ['no link: www', []],
  ])('%s', (text, urls) => {
    expect(findTextLinks(text, 10).map(({ url }) => url)).toEqual(urls)
  })

  test('ranges are places in the text', () => {
    const text = '確認 https://a.example/x。'
    const [link] = findTextLinks(text, 10)
    expect(text.slice(link?.start, link?.end)).toBe('https://a.example/x')
  })
})

describe('HTML', () => {
  test.each([
    // html                                       text
    ['<p>a</p><p>b</p>', 'a\nb'],
    ['a<br>b', 'a\nb'],
    ['a  \n b', 'a b'],
    ['<b>a</b>b', 'ab'],
    ['<td>a</td><td>b</td>', 'a b'],
    ['a&amp;b &#12354;', 'a&b あ'],
    ['<style>p{}</style><script>x</script><title>t</title>a', 'a'],
    ['<!-- no -->a', 'a'],
    ['<p style="display:none">no<p>a', 'a'],
    ['<div style="display : NONE !important">no<div>no</div></div>a', 'a'],
    ['<span style="font-size:0px">no</span>a', 'a'],
    ['<span style="max-height:0;overflow:hidden">no</span>a', 'a'],
    ['<span style="height:0">shown by overflow</span>', 'shown by overflow'],
    ['<span hidden>no</span>a', 'a'],
    ['<span style="font-size:10px;opacity:0.9">a</span>', 'a'],
    ['<span style="display:none">no</div></span>a', 'a'],
    ['<a href="x">a', 'a'],
    ['a<', 'a<'],
  ])('%s reads %j', (html, text) => {
    expect(readHtml(html).text).toBe(text)
  })

  test('hidden text stays reachable', () => {
    expect(readHtml('<p style="display:none">lorem <b>ipsum</b></p>a').hiddenText).toBe(
      'lorem ipsum',
    )
  })

  test.each([
    // html                                                        kind        url              text
    ['<a href="http://a.example/">go</a>', 'anchor', 'http://a.example/', 'go'],
    ['<a href=" http://a.example/\n x ">go', 'anchor', 'http://a.example/ x', 'go'],
    ['<A HREF=http://a.example/>go</A>', 'anchor', 'http://a.example/', 'go'],
    ['<a href="http&#58;//a.example/">go</a>', 'anchor', 'http://a.example/', 'go'],
    ['<a href="/1"><a href="/2">b</a>', 'anchor', '/2', 'b'],
    ['<area href="/x" alt="map">', 'anchor', '/x', 'map'],
    ['<form action="http://a.example/post">', 'form', 'http://a.example/post', undefined],
    ['<button formaction="/p">', 'form', '/p', undefined],
    ['<img src="http://a.example/p.gif" alt="Logo">', 'image', 'http://a.example/p.gif', 'Logo'],
    ['<td background="http://a.example/b.png">', 'image', 'http://a.example/b.png', undefined],
    [
      '<p style="background:url(\'http://a.example/c\')">',
      'resource',
      'http://a.example/c',
      undefined,
    ],
    ['<iframe src="http://a.example/f"></iframe>', 'resource', 'http://a.example/f', undefined],
    [
      '<meta http-equiv="Refresh" content="0; URL=\'http://a.example/r\'">',
      'redirect',
      'http://a.example/r',
      undefined,
    ],
    [
      '<meta http-equiv=refresh content="0;http://a.example/r">',
      'redirect',
      'http://a.example/r',
      undefined,
    ],
    ['<p>http://a.example/?a=1&amp;b=2&nbsp;x', 'bare', 'http://a.example/?a=1&b=2', undefined],
  ])('%s', (html, kind, url, text) => {
    const link = readHtml(html).links.at(-1)
    expect([link?.kind, link?.url, link?.text]).toEqual([kind, url, text])
  })

  test('a picture inside a link gives the link its words', () => {
    const html = '<a href="http://a.example/"><img src="cid:icon" alt="invoice.pdf"></a>'
    expect(readHtml(html).links.map(({ kind, text }) => [kind, text])).toEqual([
      ['image', 'invoice.pdf'],
      ['anchor', 'invoice.pdf'],
    ])
  })

  test('the range of a link is its element', () => {
    const html = 'x <a href="/y">go</a> z'
    const [link] = readHtml(html).links
    expect(html.slice(link?.textRange.start, link?.textRange.end)).toBe('<a href="/y">go</a>')
  })
})

describe('what the reader sees of alternatives', () => {
  const alternative = (plain: string, html: string) =>
    parseMessage(
      Buffer.from(
        `Content-Type: multipart/alternative; boundary=q\r\n\r\n--q\r\n\r\n${plain}\r\n--q\r\nContent-Type: text/html\r\n\r\n${html}\r\n--q--\r\n`,
      ),
    )

  test.each([
    ['Plain words here.', '<p>Html words here.</p>', 'Plain words here.'],
    ['', '<p>Html words here.</p>', 'Html words here.'],
    ['See HTML.', `<p>${'A long letter. '.repeat(20)}</p>`, 'A long letter. '.repeat(20).trim()],
  ])('%j or %j', (plain, html, shown) => {
    expect(alternative(plain, html).shownText).toBe(shown)
  })

  test('links of both are listed, with their parts', () => {
    const message = alternative('http://a.example/', '<a href="http://b.example/">x</a>')
    expect(message.links.map(({ path, url }) => [path, url])).toEqual([
      ['1', 'http://a.example/'],
      ['2', 'http://b.example/'],
    ])
  })
})

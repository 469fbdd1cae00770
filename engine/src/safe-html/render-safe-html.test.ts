import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { KEPT_ELEMENTS } from './allowed.ts'
import { renderSafeHtml } from './render-safe-html.ts'

/** The picture's body as a browser would read it: elements with their attributes, and the text. */
function read(source: string) {
  const elements: { name: string; attributes: Record<string, string> }[] = []
  let text = ''
  const { html } = renderSafeHtml(source)
  const body = html.slice(html.indexOf('<body>') + 6, html.lastIndexOf('</body>'))
  const parser = new Parser({
    onopentag: (name, attributes) => void elements.push({ name, attributes }),
    ontext: (piece) => (text += piece),
    oncomment: () => void elements.push({ name: '!--', attributes: {} }),
    onprocessinginstruction: (name) => void elements.push({ name, attributes: {} }),
  })
  parser.end(body)
  return { elements, text }
}

const MAY_ATTRIBUTES =
  /^(?:align|valign|colspan|rowspan|width|height|border|cellpadding|cellspacing|bgcolor|dir|style|class)$/

/** Nothing in it can act, load or be clicked. */
function expectInert(source: string): void {
  for (const { name, attributes } of read(source).elements) {
    expect(KEPT_ELEMENTS).toContain(name)
    for (const [attribute, value] of Object.entries(attributes)) {
      expect(attribute).toMatch(MAY_ATTRIBUTES)
      expect(value).not.toMatch(/url|expression|@import|\\|:\/\/|javascript/i)
      if (attribute === 'class') expect(value).toMatch(/^noroshi-(?:image|link|target)$/)
    }
  }
}

// Shapes by which mail programs were made to run or load something: see the identifiers.
test.each([
  ['a script', '<script>alert(1)</script>'],
  ['a script in another case', '<ScRiPt src=//a.example/x.js></sCrIpT>'],
  ['an unclosed script', '<script>alert(1)'],
  ['an event', '<p onclick="alert(1)" onmouseover=alert(1)>x</p>'],
  ['an image that fails', '<img src=x onerror=alert(1)>'],
  [
    'an SVG animation (CVE-2024-37383)',
    '<svg><animate attributeName=" href" values="javascript:alert(1)"/></svg>',
  ],
  [
    'MathML with a foreign style',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math>',
  ],
  [
    'a style sheet',
    '<style>@import url(//a.example/x.css)</style><link rel=stylesheet href=//a.example/x.css>',
  ],
  ['an address in a style', '<div style="background:url(//a.example/x.png)">x</div>'],
  ['an escaped address in a style', '<div style="background:u\\72l(//a.example/x.png)">x</div>'],
  ['an expression', '<div style="width:expression(alert(1))">x</div>'],
  [
    'a background attribute',
    '<table background="http://a.example/x.png"><tr><td>x</td></tr></table>',
  ],
  ['a script address', '<a href="javascript:alert(1)">x</a>'],
  ['a base', '<base href="//a.example/"><a href="x">x</a>'],
  ['a refresh', '<meta http-equiv=refresh content="0;url=//a.example/">'],
  [
    'a form',
    '<form action=//a.example/><input name=p><button formaction=//a.example/>go</button></form>',
  ],
  ['a frame', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
  ['an object', '<object data=//a.example/x><embed src=//a.example/x></object>'],
  ['a video poster', '<video poster=//a.example/x><source src=//a.example/x></video>'],
  [
    'a set of images',
    '<picture><source srcset="//a.example/x 2x"><img srcset="//a.example/y 1x"></picture>',
  ],
  ['a template', '<template><script>alert(1)</script></template>'],
  ['text that closes our box', '<img alt="</span><script>alert(1)</script>" src="\'><script>">'],
  ['a comment for an old browser', '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->'],
  ['a processing instruction', '<?xml-stylesheet href="//a.example/x.css"?>x'],
  ['a tag inside a title', '<title><img src=x onerror=alert(1)></title>'],
  ['a plaintext element', '<plaintext><img src=x onerror=alert(1)>'],
  ['a name that pretends', '<a class="noroshi-target" id=x name=location>x</a>'],
  ['a NUL in a name', '<scr\0ipt>alert(1)</scr\0ipt><img\0src=x onerror=alert(1)>'],
])('%s does nothing', (_what, source) => expectInert(source))

test('any sequence of these pieces does nothing and is the same twice', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '/',
    '=',
    '"',
    "'",
    ' ',
    '&#x3c;',
    '&lt;',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '\0',
    '\n',
    'script',
    'style',
    'svg',
    'math',
    'img',
    'a',
    'p',
    'td',
    'title',
    'textarea',
    'noscript',
    'select',
    ' onerror',
    ' href',
    ' src',
    ' style',
    'javascript:',
    'url(//a.example)',
    'x',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const source = pieces.join('')
      expectInert(source)
      expect(renderSafeHtml(source)).toEqual(renderSafeHtml(source))
    }),
    { numRuns: 1500 },
  )
})

describe('what a reader needs stays', () => {
  test.each([
    ['<p>請求書を<b>ご確認</b>ください。</p>', '請求書をご確認ください。'],
    ['<a href="https://a.example/x?y=1">Open</a>', 'Open [hxxps://a[.]example/x?y=1]'],
    ['<img src="https://a.example/logo.png" alt="Logo">', '▨ Logo · hxxps://a[.]example/logo.png'],
    ['<img src="data:image/png;base64,AAAA">', '▨ data:image/png (26 characters)'],
    ['<input type=text placeholder="Password">', '▭ Password'],
    ['a &lt;b&gt; c', 'a <b> c'],
  ])('%s', (source, text) => {
    expect(read(source).text.trim()).toBe(text)
  })

  test('layout and colour', () => {
    const [, cell] = read(
      '<table width="600" bgcolor="#fff"><td style="color:red;position:fixed;font-size:12px">x',
    ).elements
    expect(cell?.attributes).toEqual({ style: 'color:red;font-size:12px' })
  })

  test('what was taken out is counted', () => {
    expect(renderSafeHtml('<script></script><script></script><img><x-y>').removed).toEqual({
      script: 2,
      img: 1,
      'x-y': 1,
    })
  })
})

test.each([
  ['open elements', (n: number) => '<div>'.repeat(n)],
  ['open elements of one kind of text', (n: number) => '<b>x'.repeat(n)],
  ['end tags that fit nothing', (n: number) => '<i>'.repeat(n / 2) + '</b>'.repeat(n / 2)],
  ['attributes', (n: number) => `<p ${'a=b '.repeat(n)}>`],
  ['declarations', (n: number) => `<p style="${'color:red;'.repeat(n)}">x`],
  ['characters that grow when written', (n: number) => '"'.repeat(n)],
  ['hidden elements', (n: number) => '<svg>'.repeat(n)],
])('200,000 %s take under a second of CPU', (_what, make) => {
  const source = make(200_000)
  const before = process.cpuUsage()
  const { html } = renderSafeHtml(source)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(1)
  expect(html.length).toBeLessThan(1_500_000)
})

import {
  fill,
  fillWith,
  type HostileShape,
  htmlMail,
  repeated,
  textMail,
  varied,
} from './hostile-shape.ts'

const nested = (depth: number): string =>
  depth === 0
    ? 'http://kaku-shojl.example/'
    : `http://r${depth}.example/?url=${encodeURIComponent(nested(depth - 1))}`

/** Base64 in Base64: each layer makes it a third longer. */
const packed = (text: string, times: number): string =>
  times === 0 ? text : packed(Buffer.from(text).toString('base64'), times - 1)

/** Text in which each technique finds much to do. */
const WORDS: readonly HostileShape[] = [
  'a',
  'a@',
  '-',
  '\r',
  '１',
  'ｶﾞ',
  'a\u200b',
  '\u0301',
  '\u202e',
  '> > > a\r\n',
  'password: abc1\n',
  'パスワード：abc1 ',
  '振込先を下記の口座へ変更いたします。',
  'our bank account has changed. urgent payment. ',
  'アカウントがロックされました。至急ログインしてください。',
  '1,000,000円 ',
  '█▀▄ ▀█\n',
  'QUJDREVGR0g=\n',
  'hxxp[:]//a[.]example ',
  '-----Original Message-----\r\n',
  'From: a@b.example\r\nTo: b\r\n\r\n',
  '縺ゅ＞縺 蜻ｼ縺ｳ',
].map((piece) => repeated(`text of ${JSON.stringify(piece)}`, piece, textMail))

/** Names and links near those of the register. */
const NAMES: readonly HostileShape[] = [
  varied('hosts near one name', (n) => `http://kaku-shojl${n}.example/\n`, textMail),
  varied(
    'hosts near ten thousand names',
    (n) => `https://membar-${n % 10_000}-trading.example/${n}\n`,
    textMail,
  ),
  varied(
    'hosts of swapped letters',
    (n) =>
      `https://${['memebr', 'rnember', 'mernber', 'membe'][n % 4]}-${n % 9_999}-tradlng.example/\n`,
    textMail,
  ),
  varied('hosts with foreign letters', (n) => `http://аpple${n}.com/\n`, textMail),
  varied('hosts of many labels', (n) => `http://${'a.'.repeat(100)}x${n}.example/\n`, textMail),
  varied('hosts in Punycode', (n) => `http://xn--80ak6aa${n}a.example/\n`, textMail),
  varied('addresses', (n) => `a${n}@b${n}.example `, textMail),
  varied('words in full width', (n) => `ｋａｋｕ－ｓｈｏｊｉ${n}．ｅｘａｍｐｌｅ `, textMail),
]

/** Links that hold links, tokens and codes. */
const LINKS: readonly HostileShape[] = [
  repeated('one link in itself', 'http://a.example/?u=', textMail),
  varied('links in links', (n) => `${nested(4)}${n}\n`, textMail),
  varied(
    'wrapped links',
    (n) =>
      `https://nam01.safelinks.protection.outlook.com/?url=${encodeURIComponent(`https://urldefense.com/v3/__http://h${n}.example/__;!!x$`)}\n`,
    textMail,
  ),
  varied(
    'links with packed addresses',
    (n) => `http://a.example/?t=${packed(`user${n}@kaku-shoji.example`, 4)}\n`,
    textMail,
  ),
  varied(
    'links with sixty pieces',
    (n) =>
      `http://a.example/?${Array.from({ length: 60 }, (_, m) => `p${m}=${packed(`x${n}${m}`, 3)}`).join('&')}\n`,
    textMail,
  ),
  {
    name: 'links with long pieces',
    make: (size) =>
      textMail(
        fillWith(
          (n) =>
            `http://a.example/?t=${packed(`${n}${'a@b.example '.repeat(500)}`, 2).slice(0, 15_000)}\n`,
          size,
        ),
      ),
  },
  varied(
    'links of percent signs',
    (n) => `http://a.example/${'%2525'.repeat(200)}${n}\n`,
    textMail,
  ),
  repeated('brackets behind links', `http://a.example/${')'.repeat(300)} `, textMail),
  varied(
    'links of one page that differ',
    (n) => `<a href="http://h${n}.example/">http://x${n}.example</a>`,
    htmlMail,
  ),
  varied('data: links', (n) => `<a href="data:text/html;base64,PHNjcmlwdD4${n}">x</a>`, htmlMail),
]

/** Pages that are dear to lay out (CVE-2024-37383 and its kin only act; these only cost). */
const PAGES: readonly HostileShape[] = [
  '<',
  '</a',
  '<!--',
  '<div>',
  '<b>x</i>',
  '<table><tr><td>x',
  '<td bgcolor=#000></td>',
  '&amp;&#x41;&notanentity;',
  '<a href="http://a.example/">',
  '<a href="http://a.example/">x</a>',
  '<span style="display:none">x</span>y',
  '<p style="/*font-size:0;/*">x',
  '<p style="color:#fff;background:#fff;font-size:1px">x</p>',
  '<svg><a xlink:href="http://a.example/">',
  '<meta http-equiv=refresh content="0;url=http://a.example/">',
  '<form action="http://a.example/"><input type=password name=a>',
  '<script>eval(atob("YWxlcnQoMSk="));</script>',
  '<!--[if mso]><a href="http://a.example"><![endif]-->',
].map((piece) => repeated(`page of ${JSON.stringify(piece)}`, piece, htmlMail))

const STYLES: readonly HostileShape[] = [
  {
    name: 'a page with many rules of CSS',
    make: (size) =>
      htmlMail(
        `<style>${fillWith((n) => `.c${n}{display:none}`, size / 2)}</style>${fillWith((n) => `<p class=c${n}>x`, size / 2)}`,
      ),
  },
  {
    name: 'a page with many classes',
    make: (size) =>
      htmlMail(`<style>.x{display:none}</style><p class="${fillWith((n) => `c${n} `, size)}">x`),
  },
  {
    name: 'a page with many attributes',
    make: (size) => htmlMail(`<p ${fillWith((n) => `a${n}=b `, size)}>x`),
  },
  {
    name: 'a page with a long style',
    make: (size) => htmlMail(`<p style="${fill('color:red;', size)}">x`),
  },
  varied('pictures in a page', (n) => `<img src="data:image/png;base64,iVBO${n}">`, htmlMail),
  {
    name: 'one large picture in a page',
    make: (size) => htmlMail(`<img src="data:image/png;base64,${fill('iVBO', size)}">`),
  },
]

export const TEXT_SHAPES: readonly HostileShape[] = [
  ...WORDS,
  ...NAMES,
  ...LINKS,
  ...PAGES,
  ...STYLES,
]

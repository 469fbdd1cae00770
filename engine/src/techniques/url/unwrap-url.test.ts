import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeTokens } from './decode-tokens.ts'
import { unwrapUrl } from './unwrap-url.ts'

// Formats as the vendors' own documents describe them; targets are reserved names.
test.each([
  [
    'safe-links',
    'https://jpn01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fx%3Fy%3D1&data=05%7C01',
    'https://a.example/x?y=1',
  ],
  [
    'proofpoint',
    'https://urldefense.proofpoint.com/v1/url?u=http://a.example/x&k=abc',
    'http://a.example/x',
  ],
  [
    'proofpoint',
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__a-2Db.example_x-3Fy-3D1&d=DwMF',
    'https://a-b.example/x?y=1',
  ],
  [
    'proofpoint',
    'https://urldefense.com/v3/__https://a.example/x__;!!Abc!def$',
    'https://a.example/x',
  ],
  [
    'proofpoint',
    'https://urldefense.com/v3/__https://a.example/p*q__;Iw!!Abc!def$',
    'https://a.example/p#q',
  ],
  [
    'proofpoint',
    'https://urldefense.com/v3/__https://a.example/p**Aq__;IyM!!Abc!def$',
    'https://a.example/p##q',
  ],
  [
    'barracuda',
    'https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fa.example%2fx&c=E,1',
    'https://a.example/x',
  ],
  [
    'cisco',
    'https://secure-web.cisco.com/1AbC-dEf/https%3A%2F%2Fa.example%2Fx',
    'https://a.example/x',
  ],
  [
    'trellix',
    'https://protect2.fireeye.com/v1/url?k=1&q=1&u=https%3A%2F%2Fa.example%2Fx',
    'https://a.example/x',
  ],
  [
    'google',
    'https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fx&sa=D',
    'https://a.example/x',
  ],
  ['menlo', 'https://safe.menlosecurity.com/https://a.example/x?y=1', 'https://a.example/x?y=1'],
  [
    'zscaler',
    'https://tenant.isolation.zscaler.com/profile/1/?redirect_url=https://a.example/x',
    'https://a.example/x',
  ],
  ['darktrace', 'https://us2.antigena.com/l/AbCdEfGhIj', undefined],
  ['mimecast', 'https://protect-us.mimecast.com/s/AbCdEfGhIj?domain=a.example', undefined],
  [
    'sendgrid',
    'https://url8802.news.example/ls/click?upn=u001.eaO-2FenbiIJEKc46GG63YW2',
    undefined,
  ],
  [
    'mailwizz',
    'http://click1.news.example/index.php/campaigns/pl267sdew5811/track-url/ae421sb9cf55e/c7c7547d',
    undefined,
  ],
  [
    'counter',
    'https://click.news.example/TjBVYkk5MHVLeWxHQWpHejFkeGlydlFHYnRCTVgrZDgzRG5DejlmWDdRNGtz',
    undefined,
  ],
  [
    'counter',
    'https://track.news.example/aHR0cHM6Ly9hLmV4YW1wbGUveD95PTEmej0yMjIyMjI',
    'https://a.example/x?y=1&z=222222',
  ],
  ['shortener', 'https://share.google/psYgMYs0CSaSwZP4n', undefined],
  ['shortener', 'https://lmy.de/HyOcd?4tJA0h', undefined],
  [
    'redirect',
    'https://news.example/click?id=4&redirect=https%3A%2F%2Fa.example%2Fx',
    'https://a.example/x',
  ],
  [
    'safe-links',
    'https://usg02.safelinks.protection.office365.us/?url=https%3A%2F%2Fa.example%2Fx&data=05',
    'https://a.example/x',
  ],
  [
    'safe-links',
    'https://eur02.safelinks.protection.outlook.com/ap/w-59584e83/?url=https%3A%2F%2Fa.example%2Fx',
    'https://a.example/x',
  ],
  [
    'safe-links',
    'https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=https%3A%2F%2Fa.example%2Fx&locale=ja-jp',
    'https://a.example/x',
  ],
  [
    'proofpoint',
    'https://urldefense.us/v3/__https://a.example/x__;!!Abc!def$',
    'https://a.example/x',
  ],
  [
    'proofpoint',
    'https://urldefense.com/v3/__https://a.example/*/x__;44GC!!Abc!def$',
    'https://a.example/あ/x',
  ],
  [
    'proofpoint',
    'https://urldefense.com/v3/__https:/a.example/x__;!!Abc!def$',
    'https://a.example/x',
  ],
  [
    'proofpoint',
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example_x-5Fy&d=DwMF',
    'https://a.example/x_y',
  ],
  [
    'barracuda',
    'https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fa.example%2fx%3fy%3d1&c=E,1,abc&typo=1',
    'https://a.example/x?y=1',
  ],
  ['cisco', 'https://secure-web.cisco.com/1AbC/https%3A%2F%2Fa.example%2Fx', 'https://a.example/x'],
  ['cisco', 'https://secure-web.cisco.com/1AbC/https://a.example/x', 'https://a.example/x'],
  [
    'cisco',
    'https://secure-web.cisco.com/1AbC/https%253A%252F%252Fa.example%252Fx',
    'https://a.example/x',
  ],
  [
    'trend-micro',
    'https://imsva91-ctp.trendmicro.com/wis/clicktime/v1/query?url=https%3a%2f%2fa.example%2fx&umid=1&auth=2',
    'https://a.example/x',
  ],
  [
    'trend-micro',
    'https://clicktime.trendmicro.com/?url=https%3a%2f%2fa.example%2fx',
    'https://a.example/x',
  ],
  ['trellix', 'https://protect2.fireeye.com/url?k=1&u=https://a.example/x', 'https://a.example/x'],
  [
    'sophos',
    'https://eu-central-1.protection.sophos.com/?d=a.example&u=aHR0cHM6Ly9hLmV4YW1wbGUveA==&i=NjA5&t=Mn',
    'https://a.example/x',
  ],
  ['sophos', 'https://us-east-2.protection.sophos.com/?d=a.example&b=99&i=Nj', undefined],
  [
    'symantec',
    'https://clicktime.symantec.com/15xV?h=QCYV=&u=https://a.example/x',
    'https://a.example/x',
  ],
  [
    'symantec',
    'https://clicktime.symantec.com/38Yr?u=https%3A%2F%2Fa.example%2Fx',
    'https://a.example/x',
  ],
  [
    'fortimail',
    'https://gate.b.example/fmlurlsvc/?fewReq=:B:JVE=&url=https%3a%2f%2fa.example%2fx',
    'https://a.example/x',
  ],
  [
    'trustwave',
    'https://scanmail.trustwave.com/?c=1&d=abc&u=https%3a%2f%2fa%2eexample%2fx',
    'https://a.example/x',
  ],
  [
    'avanan',
    'https://url.avanan.click/v2/___https://a.example/x___.YXAzOnA6VA',
    'https://a.example/x',
  ],
  [
    'avanan',
    'https://url.avanan.click/v2/r01/___https:/a.example/x___.YXAzOnA6VDpO',
    'https://a.example/x',
  ],
  [
    'avanan',
    'https://protect.checkpoint.com/v2/r01/___https://a.example/x*3Fy___.YXAz#top',
    'https://a.example/x%3Fy#top',
  ],
  [
    'avanan',
    'https://url.avanan.click/v2/r02/___myyux://f6.jcfruqj/c4___.YXAz',
    'https://a1.example/x9',
  ],
  [
    'avanan',
    'https://checkpoint.url-protection.com/v1/r07/url?o=https%3A//a.example/x&g=Njk=&h=M2I=',
    'https://a.example/x',
  ],
  [
    'hornetsecurity',
    'https://atpscan.global.hornetsecurity.com/?d=Hz&f=rh&i=&k=Eb&u=https%3A%2F%2Fa.example%2Fx',
    'https://a.example/x',
  ],
  [
    'vade',
    'https://antiphishing.vadesecure.com/v4?f=UU1X&i=RTNL&u=https%3A%2F%2Fa.example%2Fx',
    'https://a.example/x',
  ],
  [
    'titanhq',
    'https://linklock.titanhq.com/analyse?url=https%3A%2F%2Fa.example%2Fx&data=eJxs',
    'https://a.example/x',
  ],
  [
    'esva',
    'https://urlsand.esvalabs.com/?u=https%3A%2F%2Fa.example%2Fx&e=ed7a&h=4565',
    'https://a.example/x',
  ],
  [
    'appriver',
    'https://link.edgepilot.com/s/4239f747/ca21?u=https://a.example/x',
    'https://a.example/x',
  ],
  ['intermedia', 'https://url.emailprotection.link/?b6t_II7rHqeURY3L4E7', undefined],
  ['n-able', 'https://url2.mailanyone.net/scanner?m=1s7v&o=%2Fphtm%3A%2Fats&s=7y', undefined],
  ['inky', 'https://shared.outlook.inky.com/link?domain=a.example&t=h.eJx', undefined],
  ['mimecast', 'https://url.us.m.mimecastprotect.com/s/vmLQ?domain=a.example', undefined],
  [
    'google',
    'https://www.google.co.jp/url?sa=t&url=https%3A%2F%2Fa.example%2Fx',
    'https://a.example/x',
  ],
  ['google', 'https://www.google.com/amp/s/a.example/x', 'https://a.example/x'],
  [
    'google-translate',
    'https://a-b--c-example.translate.goog/x?_x_tr_sl=auto',
    'https://a.b-c.example/x',
  ],
  [
    'google-ads',
    'https://adclick.g.doubleclick.net/pcs/click?xai=1&adurl=https://a.example/x',
    'https://a.example/x',
  ],
  [
    'google-ads',
    'https://ad.doubleclick.net/ddm/clk/1;2;a?https://a.example/x',
    'https://a.example/x',
  ],
  ['amp', 'https://a-example.cdn.ampproject.org/c/s/a.example/x', 'https://a.example/x'],
  [
    'youtube',
    'https://www.youtube.com/redirect?event=d&q=https%3A%2F%2Fa.example%2Fx',
    'https://a.example/x',
  ],
  [
    'bing',
    'https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly9hLmV4YW1wbGUveA&ntb=1',
    'https://a.example/x',
  ],
  [
    'yahoo',
    'https://r.search.yahoo.com/_ylt=Aw/RV=2/RE=1/RO=10/RU=https%3a%2f%2fa.example%2fx/RK=2/RS=abc',
    'https://a.example/x',
  ],
  ['yahoo', 'https://rd.yahoo.co.jp/rd/abc/*https://a.example/x', 'https://a.example/x'],
  [
    'linkedin',
    'https://www.linkedin.com/safety/go?url=https%3A%2F%2Fa.example%2Fx&trk=1',
    'https://a.example/x',
  ],
  [
    'linkedin',
    'https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fa.example%2Fx',
    'https://a.example/x',
  ],
  [
    'facebook',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx&h=AT',
    'https://a.example/x',
  ],
  [
    'facebook',
    'https://l.instagram.com/?u=https%3A%2F%2Fa.example%2Fx&e=AT',
    'https://a.example/x',
  ],
  ['slack', 'https://slack-redir.net/link?url=https%3A%2F%2Fa.example%2Fx', 'https://a.example/x'],
  ['shortener', 'https://t.co/AbCdEf', undefined],
  ['shortener', 'https://bit.ly/3xYz#y.miwa@b.example', undefined],
  ['sendgrid', 'https://u123.ct.sendgrid.net/ls/click?upn=u001.HIVfGxvP6', undefined],
  [
    'mandrill',
    'https://mandrillapp.com/track/click/1/a.example?p=eyJzIjogImsiLCAidiI6IDEsICJwIjogIntcInVcIjoxLFwidlwiOjEsXCJ1cmxcIjpcImh0dHBzOlxcL1xcL2EuZXhhbXBsZVxcL3hcIixcImlkXCI6XCJlXCJ9In0',
    'https://a.example/x',
  ],
  [
    'aws',
    'https://abc.r.us-east-1.awstrack.me/L0/https:%2F%2Fa.example%2Fx/1/0100018f-000000/p_c=447',
    'https://a.example/x',
  ],
  ['postmark', 'https://click.pstmrk.it/3s/a.example%2Fx/abc/def/ghi', 'https://a.example/x'],
  [
    'hubspot',
    'https://t.sidekickopen08.com/e1t/c/5/abc?t=https%3A%2F%2Fa.example%2Fx&si=1',
    'https://a.example/x',
  ],
  ['hubspot', 'https://abc.na1.hubspotlinks.com/Ctc/LY+113/cWGb504/VVV', undefined],
  [
    'redirect',
    'https://abc.mjt.b.example/lnk/AAA/1/bbb/aHR0cHM6Ly9hLmV4YW1wbGUveA',
    'https://a.example/x',
  ],
  [
    'redirect',
    'https://email.mg.b.example/c/eJyrVspQslJQSkxKVtJRUMoBsTNKSgqKrfT1E_VSKxJzC3JS9StAckUguUqlWgBf5w4J',
    'https://a.example/x',
  ],
  [
    'redirect',
    'https://e.b.example/e/c/eyJlbWFpbF9pZCI6ImFiYyIsImhyZWYiOiJodHRwczovL2EuZXhhbXBsZS94IiwibGlua19pZCI6NH0/0f3a',
    'https://a.example/x',
  ],
  ['redirect', 'https://b.example/out?target=//a.example/x', 'https://a.example/x'],
  ['redirect', 'https://b.example/https/a.example/signin', 'https://a.example/signin'],
  ['redirect', 'https://b.example/https://a.example/signin', 'https://a.example/signin'],
  ['redirect', 'https://b.example/redirect#https://a.example/login', 'https://a.example/login'],
  [
    'redirect',
    'https://b.example/?h=68747470733a2f2f612e6578616d706c652f78',
    'https://a.example/x',
  ],
])('%s is unwrapped: %s', (service, wrapped, target) => {
  const unwrapped = unwrapUrl(wrapped)
  expect(unwrapped.wrappers.map((one) => one.service.id)).toEqual([service])
  expect(unwrapped.target).toBe(target)
})

test.each([
  ['https://protect-eu.mimecast.com/s/AbCdEfGhIj?domain=a.example', 'a.example'],
  ['https://shared.outlook.inky.com/link?domain=a.example&t=h.eJx', 'a.example'],
  ['https://us-east-2.protection.sophos.com/?d=a.example&b=99', 'a.example'],
  ['https://protect-eu.mimecast.com/s/AbCdEfGhIj?domain=%22%3E%3Cscript', undefined],
])('%s tells the host of its secret target', (wrapped, host) => {
  expect(unwrapUrl(wrapped)).toMatchObject({ target: undefined, reached: wrapped })
  expect(unwrapUrl(wrapped).targetHost).toBe(host)
})

test.each([
  [
    'https://login.microsoftonline.com/common/oauth2/authorize?redirect_uri=https%3A%2F%2Fa.example',
  ],
  ['https://accounts.google.com/signin?continue=https%3A%2F%2Fa.example'],
  ['https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fa.example'],
  ['https://a.example/?q=ordinary+words'],
  ['https://a.example/http/index.html'],
  ['https://a.example/signin/https://b.example/x'],
  ['https://a.example/img/aHR0cCBpcyBhIHdvcmQgdG9v'],
  ['https://www.mimecast.com/'],
  ['https://www.google.com/search?q=https://a.example'],
])('%s is visited itself', (link) => {
  expect(unwrapUrl(link)).toEqual({ wrappers: [], target: link, reached: link })
})

test('wrappers inside wrappers are opened from the outside in', () => {
  const inner = 'https://a.example/x'
  const middle = `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(inner)}`
  const outer = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(middle)}`
  const { wrappers, target } = unwrapUrl(outer)
  expect(wrappers.map((one) => one.service.id)).toEqual(['safe-links', 'barracuda'])
  expect(target).toBe(inner)
})

test('a wrapper around itself comes to an end', () => {
  let url = 'https://a.example/'
  for (let depth = 0; depth < 50; depth++)
    url = `https://a.example/?url=${encodeURIComponent(url)}`.slice(0, 16_000)
  expect(unwrapUrl(url).wrappers.length).toBeLessThanOrEqual(6)
})

test.each([
  ['https://a.example/?e=eS5taXdhQGIuZXhhbXBsZQ==', 'base64', 'query'],
  ['https://a.example/?e=eS5taXdhQGIuZXhhbXBsZQ', 'base64', 'query'],
  ['https://a.example/r#y.miwa@b.example', 'plain', 'fragment'],
  ['https://a.example/r/y.miwa%40b.example/', 'percent', 'path'],
  ['https://a.example/792e6d69776140622e6578616d706c65/x', 'hex', 'path'],
  ['https://a.example/?e=PEXG22LXMFAGELTFPBQW24DMMU', 'base32', 'query'],
  ['https://a.example/#l.zvjn@o.rknzcyr', 'rot13', 'fragment'],
  ['https://a.example/#elpmaxe.b@awim.y', 'reversed', 'fragment'],
  ['https://a.example/r/QZsBXbhhXZuIGQhdXat5Se', 'reversed', 'path'],
  ['https://y.miwa%40b.example@a.example/', 'percent', 'user'],
  ['https://a.example/?e=ZVM1dGFYZGhRR0l1WlhoaGJYQnNaUT09', 'base64', 'query'],
])('the address in %s is read', (url, encoding, place) => {
  const token = decodeTokens(url).find((one) => one.decoded === 'y.miwa@b.example')
  expect(token).toMatchObject({ encoding, place })
})

test.each([
  [
    'zlib',
    'https://a.example/?d=eJyrViouTVKyUlAyVNJRUErNTczMAfEq9XIzyxMdkvRSKxJzC3JSlWoB9QsMnQ',
    'packed',
  ],
  [
    'gzip',
    'https://a.example/?d=H4sIAAAAAAACA6tWKi5NUrJSUDJU0lFQSs1NzMwB8Sr1cjPLEx2S9FIrEnMLclKVagFC0agYKQAAAA',
    'packed',
  ],
  [
    'bare deflate',
    'https://a.example/?SAMLRequest=q1YqLk1SslJQMlTSUVBKzU3MzAHxKvVyM8sTHZL0UisScwtyUpVqAQ',
    'packed',
  ],
  [
    'a signed token (RFC 7519)',
    'https://a.example/?token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiAiMSIsICJlbWFpbCI6ICJ5Lm1pd2FAYi5leGFtcGxlIn0.c2ln',
    'base64',
  ],
])('the address inside JSON in %s is read', (_name, url, encoding) => {
  const token = decodeTokens(url).find((one) => one.decoded.includes('"y.miwa@b.example"'))
  expect(token?.encoding).toBe(encoding)
})

test('no text makes unwrapping or decoding throw', () => {
  const part = fc.constantFrom(
    'https://',
    'urldefense.com/v3/__',
    '__;',
    '!!',
    '*',
    '**A',
    '?url=',
    '%',
    '%E0',
    '#',
    'a.example',
    '/v2/url?u=',
    'a1aHR0',
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(part, fc.string({ maxLength: 20 })), { maxLength: 12 }),
      (parts) => {
        const url = parts.join('')
        unwrapUrl(url)
        decodeTokens(url)
      },
    ),
    { numRuns: 500 },
  )
})

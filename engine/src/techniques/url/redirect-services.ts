import { decodePercent } from './decode-percent.ts'
import { fromPath, fromQuery, readTarget } from './read-target.ts'
import { keptSecret, type UrlService } from './url-service.ts'

type Row = Omit<UrlService, 'kind'>

/** Search engines, networks and translators that lead on to any address. */
const REDIRECTS: readonly Row[] = [
  {
    id: 'google',
    name: 'Google',
    host: /(?:^|\.)google\.(?:com|co\.[a-z]{2}|com\.[a-z]{2}|[a-z]{2})$/,
    path: /^\/(?:url|amp|aclk|travel\/clk|local_url|translate|imgres|maps\/url|searchviewer)/,
    unwrap: (url) => fromAmpPath(url) ?? fromQuery('q', 'url', 'adurl', 'u', 'pcurl')(url),
  },
  {
    id: 'google-ads',
    name: 'Google Ads',
    host: /(?:^|\.)(?:doubleclick\.net|googleadservices\.com|googlesyndication\.com)$/,
    unwrap: (url) => fromQuery('adurl', 'url', 'ds_dest_url', 'rd')(url) ?? fromTail(url),
  },
  {
    id: 'google-translate',
    name: 'Google Translate',
    host: /\.translate\.goog$/,
    unwrap: (url) => {
      const name = url.hostname.replace(/\.translate\.goog$/, '')
      const host = name.replace(/--|-/g, (sign) => (sign === '-' ? '.' : '-'))
      return `https://${host}${url.pathname}`
    },
  },
  {
    id: 'amp',
    name: 'AMP cache',
    host: /\.cdn\.ampproject\.org$/,
    unwrap: fromAmpPath,
  },
  {
    id: 'youtube',
    name: 'YouTube',
    host: /(?:^|\.)youtube\.com$/,
    path: /^\/(?:redirect|attribution_link)/,
    unwrap: fromQuery('q', 'u'),
  },
  {
    id: 'bing',
    name: 'Bing',
    host: /(?:^|\.)bing\.com$/,
    path: /^\/(?:ck\/|aclick|aclk|newtabredir)/,
    unwrap: (url) => {
      const value = url.searchParams.get('u') ?? url.searchParams.get('url') ?? ''
      return readTarget(value.replace(/^a1/, '')) ?? readTarget(value)
    },
  },
  {
    id: 'yahoo',
    name: 'Yahoo',
    host: /(?:^|\.)yahoo\.(?:com|co\.jp)$/,
    path: /\/RU=|\/\*+http|\/rd\//i,
    unwrap: (url) =>
      readTarget(decodePercent(/\/RU=([^/]+)/.exec(url.pathname)?.[1] ?? '')) ??
      readTarget(decodePercent(/\*(https?.+)/i.exec(url.href)?.[1] ?? '')),
  },
  {
    id: 'baidu',
    name: 'Baidu',
    host: /(?:^|\.)baidu\.com$/,
    path: /^\/(?:link|s|baidu\.php|sf)/,
    unwrap: fromQuery('url'),
  },
  {
    id: 'linkedin',
    name: 'LinkedIn',
    host: /(?:^|\.)linkedin\.com$/,
    path: /^\/(?:redir|safety\/go|authwall|slink)/,
    unwrap: fromQuery('url', 'redirect', 'sessionRedirect'),
  },
  {
    id: 'facebook',
    name: 'Facebook',
    host: /^(?:lm?|www|m)\.(?:facebook|instagram|messenger|workplace)\.com$|^l\.(?:wl\.co|threads\.(?:net|com))$/,
    path: /^\/(?:l\.php|flx\/warn|$)/,
    unwrap: fromQuery('u'),
  },
  { id: 'slack', name: 'Slack', host: /^slack-redir\.net$/, unwrap: fromQuery('url') },
  {
    id: 'vk',
    name: 'VK',
    host: /(?:^|\.)vk\.(?:com|ru)$/,
    path: /^\/away/,
    unwrap: fromQuery('to'),
  },
  { id: 'reddit', name: 'Reddit', host: /^out\.reddit\.com$/, unwrap: fromQuery('url') },
  { id: 'tumblr', name: 'Tumblr', host: /^(?:t\.umblr\.com|href\.li)$/, unwrap: fromQuery('z') },
  {
    id: 'web-archive',
    name: 'Internet Archive',
    host: /^web\.archive\.org$/,
    unwrap: fromPath,
  },
]

/** Click counters of services that send mail for others. */
const COUNTERS: readonly Row[] = [
  {
    id: 'aws',
    name: 'Amazon SES',
    host: /(?:^|\.)awstrack\.me$/,
    unwrap: fromPath,
  },
  {
    id: 'mandrill',
    name: 'Mandrill',
    host: /(?:^|\.)mandrillapp\.com$/,
    path: /^\/track\/click/,
    unwrap: fromQuery('p', 'url'),
  },
  {
    id: 'postmark',
    name: 'Postmark',
    host: /^(?:click|track)\.pstmrk\.it$/,
    unwrap: (url) => {
      const [, , piece = ''] = url.pathname.split('/')
      const target = decodePercent(piece)
      return target.includes('.') ? `https://${target}` : undefined
    },
  },
  {
    id: 'hubspot',
    name: 'HubSpot',
    host: /(?:^|\.)(?:hubspotlinks(?:starter)?|hubspotemail|sidekickopen\d*|hs-sites)\.(?:com|net)$/,
    path: /^\/(?:ctc|events|e\dt|s\dt|e\/)/i,
    unwrap: fromQuery('t', 'redirectUrl'),
  },
  {
    id: 'sendgrid',
    name: 'SendGrid',
    host: /(?:^|\.)sendgrid\.net$/,
    path: /^\/(?:ls|wf)\/click/,
    unwrap: keptSecret,
  },
  {
    id: 'mailchimp',
    name: 'Mailchimp',
    host: /(?:^|\.)list-manage\d*\.com$/,
    path: /^\/track\/click/,
    unwrap: fromQuery('url'),
  },
  {
    id: 'salesforce',
    name: 'Salesforce Marketing Cloud',
    host: /(?:^|\.)(?:exct\.net|exacttarget\.com|pardot\.com|sfmc-content\.com)$/,
    path: /^\/(?:l\/|$|\?)/,
    unwrap: fromQuery('url'),
  },
]

export const REDIRECT_SERVICES: readonly UrlService[] = [
  ...REDIRECTS.map((row) => ({ ...row, kind: 'redirect' as const })),
  ...COUNTERS.map((row) => ({ ...row, kind: 'counter' as const })),
]

/** `/amp/s/host/path` and `/c/s/host/path`: `s` stands for https. */
function fromAmpPath(url: URL): string | undefined {
  const match = /^\/(?:amp|c|v|i)\/(s\/)?([a-z0-9-]+\.[a-z0-9-].*)/i.exec(url.pathname)
  return match === null ? undefined : `http${match[1] ? 's' : ''}://${match[2]}${url.search}`
}

/** Advertising clicks write the target behind a bare question mark. */
function fromTail(url: URL): string | undefined {
  const at = url.search.search(/https?(?::|%3a)/i)
  return at < 0 ? undefined : readTarget(decodePercent(url.search.slice(at)))
}

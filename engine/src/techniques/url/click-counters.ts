import { ANY_REDIRECT } from './any-redirect.ts'
import type { UrlService } from './url-service.ts'

type Row = Pick<UrlService, 'id' | 'name' | 'host' | 'path'>

const ANY_HOST = /./

/**
 * Click counters under the name of whoever sends, each known by the path it writes; every newsletter
 * shows these formats. Where they lead is mostly their secret.
 */
const ROWS: readonly Row[] = [
  { id: 'sendgrid', name: 'SendGrid', host: ANY_HOST, path: /^\/(?:ls|wf)\/click$/ },
  { id: 'brevo', name: 'Brevo', host: ANY_HOST, path: /^\/mk\/(?:cl|mr)\/(?:f\/)?sh\// },
  { id: 'sparkpost', name: 'SparkPost', host: ANY_HOST, path: /^\/f\/a\/[\w-]{20,}~~\// },
  {
    id: 'mailwizz',
    name: 'MailWizz',
    host: ANY_HOST,
    path: /\/campaigns\/[\w-]{10,20}\/track-url\//,
  },
  { id: 'hubspot', name: 'HubSpot', host: ANY_HOST, path: /^\/(?:e\dt|s\dt)\/c?tc\//i },
  { id: 'activecampaign', name: 'ActiveCampaign', host: ANY_HOST, path: /^\/lt\.php$/ },
  { id: 'iterable', name: 'Iterable', host: ANY_HOST, path: /^\/u\/click$/ },
  { id: 'emarsys', name: 'Emarsys', host: ANY_HOST, path: /^\/u\/nrd\.php$/ },
  { id: 'responsys', name: 'Oracle Responsys', host: ANY_HOST, path: /^\/pub\/cc$/ },
  { id: 'surveymonkey', name: 'SurveyMonkey', host: ANY_HOST, path: /^\/tr\/v1\/te\// },
  { id: 'substack', name: 'Substack', host: /^substack\.com$/, path: /^\/redirect\// },
  {
    // Names that are given to click counters and to little else, with one opaque piece behind.
    id: 'counter',
    name: 'counter',
    host: /^(?:click|clicks|clk|track|trk|tracking|trck)\d{0,3}[.-]/,
    path: /^\/(?:[a-z]{1,3}\/)?[\w%=+~.-]{40,}$/i,
  },
]

export const CLICK_COUNTERS: readonly UrlService[] = ROWS.map((row) => ({
  ...row,
  kind: 'counter',
  unwrap: (url) => ANY_REDIRECT.unwrap(url),
}))

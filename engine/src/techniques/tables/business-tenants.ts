/** Services whose customers are organisations, each under a name of its own: the name says who works there. */
const SUFFIXES =
  'sharepoint.com dynamics.com cybozu.com kintone.com cybozu.cn backlog.com backlog.jp backlogtool.com box.com zendesk.com slack.com ' +
  'atlassian.net jira.com onelogin.com okta.com okta-emea.com oktapreview.com auth0.com freshdesk.com freshservice.com ' +
  'service-now.com salesforce.com force.com my.site.com smarthr.jp zoom.us webex.com bamboohr.com docbase.io esa.io kibe.la ' +
  'dn-cloud.com egnyte.com sharefile.com sharefile.eu monday.com workplace.com chatwork.com gusto.com redmine.jp ' +
  'directcloud.jp fileforce.jp primedrive.jp gigacc.com rakurakuseisan.jp kickflow.com hrmos.co talentio.com myworkday.com'

const TENANTS: ReadonlySet<string> = new Set(SUFFIXES.split(' '))

/** Names that the services themselves use. */
const OWN_LABELS: ReadonlySet<string> = new Set(
  (
    'www app api login signin account accounts auth id sso files static assets cdn docs support help status mail email go ' +
    'info dl upload developer developers community learn click links news blog public secure'
  ).split(' '),
)

/** The customer's host at such a service; undefined for any other host and for the services' own pages. */
export function findBusinessTenant(host: string): string | undefined {
  const labels = host.toLowerCase().split('.')
  const at = labels.findIndex((_, index) => TENANTS.has(labels.slice(index).join('.')))
  const below = labels.slice(0, Math.max(0, at)).filter((label) => !OWN_LABELS.has(label))
  return below.length === 0 ? undefined : labels.join('.')
}

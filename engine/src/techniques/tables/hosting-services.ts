/** A genuine service on which anybody can put a page, a form or a file. */
export interface HostingService {
  readonly name: string
  readonly kind: 'page' | 'form' | 'file' | 'gateway'
  /** Pages of everybody under one host name, told apart by their paths. */
  readonly isShared: boolean
}

type Row = readonly [name: string, kind: HostingService['kind'], hosts: string]

/** Services that give each customer a name of its own below theirs. */
const OWN_NAME: readonly Row[] = [
  [
    'Microsoft Azure',
    'page',
    'web.core.windows.net blob.core.windows.net azurewebsites.net azurestaticapps.net azureedge.net azurefd.net cloudapp.azure.com cloudapp.net azure-api.net trafficmanager.net',
  ],
  ['Microsoft Power Pages', 'page', 'powerappsportals.com powerpages.microsoft.com'],
  ['Microsoft SharePoint', 'file', 'sharepoint.com'],
  ['Google Firebase', 'page', 'web.app firebaseapp.com'],
  ['Google Cloud', 'page', 'run.app appspot.com cloudfunctions.net bc.googleusercontent.com'],
  ['Google Blogger', 'page', 'blogspot.com'],
  ['Cloudflare', 'page', 'pages.dev workers.dev r2.dev trycloudflare.com'],
  ['Amazon AWS', 'page', 'amplifyapp.com cloudfront.net elasticbeanstalk.com'],
  // Names that a provider gives to rented machines and to sites without a name of their own.
  ['Amazon EC2', 'page', 'compute.amazonaws.com compute-1.amazonaws.com'],
  ['Amazon S3', 'file', 's3.amazonaws.com'],
  ['Netlify', 'page', 'netlify.app netlify.com'],
  ['Vercel', 'page', 'vercel.app now.sh'],
  ['GitHub', 'page', 'github.io'],
  ['GitLab', 'page', 'gitlab.io'],
  ['Render', 'page', 'onrender.com'],
  ['Heroku', 'page', 'herokuapp.com'],
  ['Fly.io', 'page', 'fly.dev'],
  ['Railway', 'page', 'up.railway.app'],
  ['Glitch', 'page', 'glitch.me'],
  ['Replit', 'page', 'repl.co replit.app replit.dev'],
  ['Surge', 'page', 'surge.sh'],
  ['DigitalOcean', 'page', 'ondigitalocean.app digitaloceanspaces.com'],
  ['Backblaze', 'file', 'backblazeb2.com'],
  ['Linode', 'file', 'linodeobjects.com'],
  ['Wasabi', 'file', 'wasabisys.com'],
  ['Oracle Cloud', 'file', 'oraclecloud.com'],
  ['IBM Cloud', 'page', 'appdomain.cloud mybluemix.net'],
  ['Alibaba Cloud', 'file', 'aliyuncs.com'],
  ['Tencent Cloud', 'file', 'myqcloud.com'],
  ['Weebly', 'page', 'weebly.com weeblysite.com'],
  ['Wix', 'page', 'wixsite.com wixstudio.io wixstudio.com editorx.io'],
  ['Webflow', 'page', 'webflow.io'],
  ['Square', 'page', 'square.site'],
  ['Squarespace', 'page', 'squarespace.com'],
  ['WordPress', 'page', 'wordpress.com'],
  ['Strikingly', 'page', 'mystrikingly.com'],
  ['Notion', 'page', 'notion.site'],
  ['Canva', 'page', 'my.canva.site canva.site'],
  ['Framer', 'page', 'framer.website framer.app framer.ai'],
  ['Carrd', 'page', 'carrd.co'],
  ['Softr', 'page', 'softr.app'],
  ['Bubble', 'page', 'bubbleapps.io'],
  ['Tilda', 'page', 'tilda.ws'],
  ['Jimdo', 'page', 'jimdosite.com jimdofree.com'],
  ['GoDaddy', 'page', 'godaddysites.com host.secureserver.net'],
  ['Hostinger', 'page', 'hostingersite.com hstgr.cloud'],
  ['cPanel', 'page', 'cprapid.com'],
  ['Plesk', 'page', 'plesk.page'],
  ['Vultr', 'page', 'vultrusercontent.com'],
  ['Zoho', 'page', 'zohosites.com'],
  ['HubSpot', 'page', 'hs-sites.com hubspotpagebuilder.com'],
  ['GitBook', 'page', 'gitbook.io'],
  ['Typedream', 'page', 'typedream.app'],
  ['ngrok', 'page', 'ngrok.io ngrok-free.app ngrok.app'],
  ['DuckDNS', 'page', 'duckdns.org'],
  ['JotForm', 'form', 'jotform.com'],
  ['Typeform', 'form', 'typeform.com'],
  ['IPFS', 'gateway', 'dweb.link cf-ipfs.com nftstorage.link w3s.link fleek.co 4everland.io'],
]

/** Services with one host name for everybody. */
const SHARED: readonly Row[] = [
  ['Microsoft OneDrive', 'file', 'onedrive.live.com 1drv.ms'],
  ['Microsoft Sway', 'page', 'sway.office.com sway.cloud.microsoft sway.com'],
  ['Microsoft Forms', 'form', 'forms.office.com forms.cloud.microsoft forms.microsoft.com'],
  ['Microsoft OneNote', 'file', 'onenote.com'],
  [
    'Google Docs',
    'file',
    'docs.google.com drive.google.com drive.usercontent.google.com lookerstudio.google.com',
  ],
  ['Google Forms', 'form', 'forms.gle'],
  ['Google Sites', 'page', 'sites.google.com'],
  [
    'Google Cloud Storage',
    'page',
    'storage.googleapis.com storage.cloud.google.com firebasestorage.googleapis.com',
  ],
  ['Google Apps Script', 'page', 'script.google.com'],
  ['Dropbox', 'file', 'dropbox.com dropboxusercontent.com'],
  ['Box', 'file', 'app.box.com'],
  ['Adobe', 'file', 'acrobat.adobe.com indd.adobe.com express.adobe.com new.express.adobe.com'],
  ['WeTransfer', 'file', 'wetransfer.com we.tl'],
  ['Evernote', 'file', 'evernote.com lite.evernote.com'],
  ['Notion', 'page', 'notion.so'],
  ['Canva', 'page', 'canva.com'],
  ['Figma', 'page', 'figma.com'],
  ['Telegraph', 'page', 'telegra.ph graph.org'],
  ['GitHub', 'file', 'raw.githubusercontent.com gist.githubusercontent.com'],
  ['Padlet', 'page', 'padlet.com'],
  ['Linktree', 'page', 'linktr.ee'],
  ['SurveyMonkey', 'form', 'surveymonkey.com'],
  ['formrun', 'form', 'form.run'],
  ['MediaFire', 'file', 'mediafire.com'],
  ['MEGA', 'file', 'mega.nz'],
  ['Giga File', 'file', 'gigafile.nu'],
  ['Firestorage', 'file', 'firestorage.jp'],
  ['Discord', 'file', 'cdn.discordapp.com media.discordapp.net'],
  [
    'IPFS',
    'gateway',
    'ipfs.io cloudflare-ipfs.com gateway.pinata.cloud gateway.ipfs.io ipfs.eth.aragon.network ipfs.fleek.co infura-ipfs.io hardbin.com',
  ],
]

const SERVICES: ReadonlyMap<string, HostingService> = new Map([
  ...toEntries(OWN_NAME, false),
  ...toEntries(SHARED, true),
])

function toEntries(rows: readonly Row[], isShared: boolean): [string, HostingService][] {
  return rows.flatMap(([name, kind, hosts]) =>
    hosts.split(' ').map((host): [string, HostingService] => [host, { name, kind, isShared }]),
  )
}

/** The service on which this host name stands; undefined for a host of its owner's own. */
export function findHostingService(hostname: string): HostingService | undefined {
  if (S3_REGION.test(hostname)) return SERVICES.get('s3.amazonaws.com')
  const labels = hostname.toLowerCase().split('.')
  for (let first = Math.max(0, labels.length - LABELS_MAX); first < labels.length - 1; first++) {
    const found = SERVICES.get(labels.slice(first).join('.'))
    if (found !== undefined) return found
  }
  return undefined
}

/** `bucket.s3.eu-west-1.amazonaws.com` and, older, `s3-eu-west-1.amazonaws.com`. */
const S3_REGION = /(?:^|\.)s3[.-][a-z0-9-]{1,30}(?:\.[a-z0-9-]{1,30})?\.amazonaws\.com$/i

/** Labels of the longest name in the table, and one of the customer's. */
const LABELS_MAX = 5

/** Whether a host name as a whole belongs to everybody, so that it must not be blocked. */
export function isSharedHost(hostname: string): boolean {
  const service = findHostingService(hostname)
  return service !== undefined && (service.isShared || SERVICES.has(hostname.toLowerCase()))
}

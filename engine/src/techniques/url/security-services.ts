import { decodeAvanan } from './avanan.ts'
import { decodePercent } from './decode-percent.ts'
import { decodeProofpointV2, decodeProofpointV3 } from './proofpoint.ts'
import { fromPath, fromQuery, readTarget } from './read-target.ts'
import { keptSecret, type UrlService } from './url-service.ts'

type Row = Omit<UrlService, 'kind'>

/** Link rewriting of mail gateways. Decoders are ours; the vendors' formats are public. */
const ROWS: readonly Row[] = [
  {
    id: 'proofpoint',
    name: 'Proofpoint URL Defense',
    host: /^(?:[a-z0-9-]+\.)?urldefense(?:\.proofpoint)?\.(?:com|us)$/,
    trace: /proofpoint|pphosted|ppops|ppe-hosted/i,
    unwrap(url) {
      if (url.pathname.startsWith('/v3/')) return decodeProofpointV3(url.href)
      const wrapped = url.searchParams.get('u') ?? ''
      return url.pathname.startsWith('/v2/') ? decodeProofpointV2(wrapped) : readTarget(wrapped)
    },
  },
  {
    id: 'safe-links',
    name: 'Microsoft Defender Safe Links',
    host: /(?:^|\.)safelinks\.protection\.(?:outlook|office365)\.(?:com|us|cn|de)$|^statics\.teams\.cdn\.office\.net$/,
    trace: /protection\.outlook\.com|x-ms-exchange-organization|x-forefront-antispam/i,
    unwrap: fromQuery('url'),
  },
  {
    id: 'barracuda',
    name: 'Barracuda Link Protection',
    host: /(?:^|\.)cudasvc\.com$/,
    trace: /barracuda|cudamail/i,
    unwrap: fromQuery('a', 'u'),
  },
  {
    id: 'mimecast',
    name: 'Mimecast URL Protection',
    host: /(?:^|\.)(?:protect[a-z0-9-]*\.mimecast\.com|mimecastprotect\.com|url\.[a-z0-9.]*mimecast\.com)$/,
    trace: /mimecast/i,
    unwrap: keptSecret,
    hostOf: (url) => url.searchParams.get('domain') ?? undefined,
  },
  {
    id: 'cisco',
    name: 'Cisco Secure Email',
    host: /^secure-web\.(?:[a-z0-9-]+\.)?cisco\.com$/,
    trace: /iphmx|ironport|cisco/i,
    unwrap: (url) =>
      fromPath(url) ?? readTarget(decodePercent(/^\/[^/]+\/(.+)$/.exec(url.pathname)?.[1] ?? '')),
  },
  {
    id: 'trend-micro',
    name: 'Trend Micro Click Time Protection',
    host: /(?:^|\.)(?:trendmicro\.(?:com|eu|co\.jp))$/,
    trace: /trendmicro|x-tm-|x-tmase/i,
    unwrap: fromQuery('url', 'u'),
  },
  {
    id: 'trellix',
    name: 'Trellix (FireEye) Advanced URL Defense',
    host: /^protect[0-9]*\.(?:fireeye|trellix)\.com$/,
    trace: /fireeye|trellix/i,
    unwrap: fromQuery('u'),
  },
  {
    id: 'sophos',
    name: 'Sophos Time-of-Click Protection',
    host: /(?:^|\.)protection\.sophos\.com$/,
    trace: /sophos/i,
    unwrap: fromQuery('u'),
    hostOf: (url) => url.searchParams.get('d') ?? undefined,
  },
  {
    id: 'symantec',
    name: 'Symantec Click-time Protection',
    host: /^(?:clicktime|[a-z0-9-]+\.clicktime)\.(?:symantec|cloud\.broadcom)\.com$/,
    trace: /messagelabs|symantec/i,
    unwrap: fromQuery('u', 'h'),
  },
  {
    id: 'forcepoint',
    name: 'Forcepoint Email Security',
    host: /(?:^|\.)(?:mailcontrol\.com|websense\.net|wsed\.org|blackspider\.com)$/,
    trace: /mailcontrol|forcepoint|websense/i,
    unwrap: fromQuery('url', 'u'),
  },
  {
    id: 'fortimail',
    name: 'Fortinet FortiMail Click Protection',
    // Customers run it under names of their own.
    host: /./,
    path: /^\/fmlurlsvc\//,
    trace: /x-feas|fortimail|x-fe-/i,
    unwrap: fromQuery('url'),
  },
  {
    id: 'trustwave',
    name: 'Trustwave SEG',
    host: /^scanmail\.trustwave\.com$/,
    trace: /trustwave|mailmarshal/i,
    unwrap: fromQuery('u'),
  },
  {
    id: 'avanan',
    name: 'Check Point Harmony (Avanan)',
    host: /^url\.avanan\.click$|^(?:checkpoint|avanan|sonicwall)\.url-protection\.com$|^protect\.checkpoint\.com$/,
    trace: /avanan|checkpoint/i,
    unwrap: (url) => fromQuery('o')(url) ?? decodeAvanan(url),
  },
  {
    id: 'hornetsecurity',
    name: 'Hornetsecurity ATP',
    host: /^(?:atpscan|seclinks)\.(?:global\.)?(?:hornetsecurity\.com|cloud-security\.net)$/,
    trace: /hornetsecurity|antispameurope/i,
    unwrap: fromQuery('u', 'url'),
  },
  {
    id: 'vade',
    name: 'Vade Secure',
    host: /(?:^|\.)vadesecure\.com$/,
    trace: /vadesecure|x-vade|x-vr-/i,
    unwrap: fromQuery('u'),
  },
  {
    id: 'zscaler',
    name: 'Zscaler Browser Isolation',
    host: /(?:^|\.)(?:isolation\.zscaler\.com|zscalerthree\.net|zscloud\.net)$/,
    trace: /zscaler/i,
    unwrap: fromQuery('url', 'u', 'redirect_url', 'origurl'),
  },
  {
    id: 'menlo',
    name: 'Menlo Security Isolation',
    host: /(?:^|\.)menlosecurity\.com$/,
    trace: /menlosecurity/i,
    unwrap: (url) => fromPath(url) ?? fromQuery('url', 'u')(url),
  },
  {
    id: 'darktrace',
    name: 'Darktrace Antigena Email',
    host: /(?:^|\.)antigena\.com$/,
    trace: /antigena|darktrace/i,
    unwrap: keptSecret,
  },
  {
    id: 'egress',
    name: 'Egress Defend (KnowBe4)',
    host: /(?:^|\.)(?:defend\.egress\.com|egress\.com|knowbe4\.(?:com|net))$/,
    path: /^\/.{3,}/,
    trace: /egress|knowbe4/i,
    unwrap: fromQuery('url', 'u', 'target'),
  },
  {
    id: 'cloudflare',
    name: 'Cloudflare Email Security (Area 1)',
    host: /(?:^|\.)(?:area1reports\.com|area1security\.com|email-isolation\.cloudflare\.com|mailstream-[a-z0-9-]+\.area1security\.com)$/,
    trace: /area1|cf-emailsecurity/i,
    unwrap: fromQuery('url', 'u', 'link'),
  },
  {
    id: 'intermedia',
    name: 'Intermedia LinkSafe',
    host: /^url\.emailprotection\.link$/,
    trace: /intermedia|serverdata\.net/i,
    unwrap: keptSecret,
  },
  {
    id: 'n-able',
    name: 'N-able Mail Assure',
    host: /(?:^|\.)mailanyone\.net$/,
    trace: /mailanyone|antispamcloud|mailassure/i,
    unwrap: keptSecret,
  },
  {
    id: 'appriver',
    name: 'Zix AppRiver Link Protection',
    host: /^link\.edgepilot\.com$/,
    trace: /edgepilot|appriver|zixcorp/i,
    unwrap: fromQuery('u'),
  },
  {
    id: 'inky',
    name: 'INKY',
    host: /(?:^|\.)inky\.com$/,
    path: /^\/link/,
    trace: /inky/i,
    unwrap: keptSecret,
    hostOf: (url) => url.searchParams.get('domain') ?? undefined,
  },
  {
    id: 'perception-point',
    name: 'Perception Point',
    host: /(?:^|\.)perception-point\.io$/,
    trace: /perception-point/i,
    unwrap: fromQuery('url', 'u'),
  },
  {
    id: 'bitdefender',
    name: 'Bitdefender Email Security',
    host: /(?:^|\.)(?:linkscan\.io|scanlink\.bitdefender\.com)$/,
    trace: /bitdefender|x-bitdefender/i,
    unwrap: fromQuery('url', 'u'),
  },
  {
    id: 'eset',
    name: 'ESET Cloud Office Security',
    host: /(?:^|\.)(?:urlscan|link|protect)\.eset\.com$/,
    path: /^\/.{3,}|^\/\?/,
    trace: /x-eset|esets/i,
    unwrap: fromQuery('url', 'u'),
  },
  {
    id: 'titanhq',
    name: 'TitanHQ LinkLock',
    host: /^linklock\.titanhq\.com$/,
    trace: /titanhq|spamtitan/i,
    unwrap: fromQuery('url'),
  },
  {
    id: 'esva',
    name: 'Libraesva ESVA',
    host: /(?:^|\.)esvalabs\.com$/,
    trace: /esva/i,
    unwrap: fromQuery('u'),
  },
  {
    id: 'topsec',
    name: 'Topsec',
    host: /^scanner\.topsec\.com$/,
    trace: /topsec/i,
    unwrap: fromQuery('u'),
  },
  {
    id: 'mailinblack',
    name: 'Mailinblack',
    host: /(?:^|\.)mailinblack\.com$/,
    path: /^\/securelink/,
    trace: /mailinblack/i,
    unwrap: fromQuery('key', 'url'),
  },
]

export const SECURITY_SERVICES: readonly UrlService[] = ROWS.map((row) => ({
  ...row,
  kind: 'security',
}))

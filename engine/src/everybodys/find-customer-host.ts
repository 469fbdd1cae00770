import { EMBEDDING_SERVICES, findEmbeddedIp } from './find-embedded-ip.ts'
import { OWN_LABELS } from './own-labels.ts'

/**
 * Services that give each customer a name below theirs to put pages on, and that are on no list of public suffixes.
 * Longest first where one is below another.
 */
const SUFFIXES =
  // Pages and blogs.
  'peraichi.com blog.fc2.com web.fc2.com fc2.net tumblr.com hateblo.jp hatenadiary.jp hatenadiary.com xsrv.jp jimdofree.com jimdo.com jimdosite.com ' +
  'livedoor.blog livedoor.jp livedoor.biz blog.jp cocolog-nifty.com seesaa.net exblog.jp amebaownd.com shopinfo.jp theblog.me therestaurant.jp storeinfo.jp localinfo.jp ' +
  'themedia.jp crayonsite.com crayonsite.net crayonsite.info goope.jp strikingly.com mystrikingly.com site123.me webnode.jp webnode.com webnode.page yolasite.com ucraft.net ucraft.site ' +
  'over-blog.com livejournal.com substack.com beehiiv.com ghost.io wordpress.com weebly.com weeblysite.com square.site godaddysites.com carrd.co bubbleapps.io softr.app notion.site ' +
  'gitbook.io tilda.ws readymag.com readme.io start.page about.me bio.link lnk.bio taplink.cc clickfunnels.com unbouncepages.com instapage.com leadpages.co lpages.co hubspotpagebuilder.com ' +
  'hs-sites.com zohosites.com zohosites.jp wixstudio.com editorx.io framer.website framer.app framer.ai framer.media typedream.app typedream.com mobirisesite.com simdif.com jigsy.com ' +
  'gamma.site myportfolio.com mozello.com sitebeat.site jimdoweb.com bitrix24.site teachable.com thinkific.com mykajabi.com systeme.io mailchimpsites.com constantcontactpages.com getresponsesite.com ' +
  'ukit.me nethouse.ru ucoz.net angelfire.com tripod.com 000webhostapp.com byethost.com infinityfreeapp.com rf.gd great-site.net atwebpages.com awardspace.com x10.mx freewebhostmost.com wuaze.com ' +
  'lolipop.jp lolipop.io heteml.net coreserver.jp valueserver.jp xrea.com ssl-lolipop.jp sakuraweb.com sakura.tv sub.jp noor.jp main.jp moo.jp oops.jp pupu.jp girly.jp ' +
  'wpengine.com wpenginepowered.com wpcomstaging.com kinsta.cloud cloudwaysapps.com plesk.page cprapid.com temp-site.link hostingersite.com hstgr.cloud ' +
  // Forms.
  'typeform.com jotform.com wufoo.com formstack.com cognitoforms.com form-mailer.jp formzu.net formzu.com paperform.co fillout.com tally.so zohopublic.com zohopublic.jp ' +
  // Shops.
  'bmstores.jp stores.jp thebase.in base.shop base.ec theshop.jp official.ec myshopify.com shop-pro.jp ocnk.net cart.fc2.com ' +
  // Programs.
  'onrender.com herokuapp.com glitch.me fly.dev railway.app repl.co replit.app replit.dev surge.sh deno.dev lovable.app bolt.host v0.app supabase.co azurefd.net azureedge.net powerappsportals.com ' +
  'ngrok.io ngrok-free.app ngrok.app loca.lt serveo.net myqnapcloud.com synology.me ' +
  'zrok.io lhr.life pagekite.me devtunnels.ms portmap.io portmap.host packetriot.net loophole.site localto.net localtonet.com pinggy.link serveousercontent.com tunnelto.dev csb.app codesandbox.io stackblitz.io ' +
  'webhook.site m.pipedream.net pipedream.net beeceptor.com oast.fun oast.pro oast.live oast.site oast.online oast.me arweave.net cdn.ampproject.org ' +
  // Names that follow a connection whose address changes.
  'duckdns.org no-ip.org ddns.net hopto.org myftp.org zapto.org sytes.net serveftp.com mooo.com chickenkiller.com us.to strangled.net ignorelist.com crabdance.com jumpingcrab.com twilightparadox.com ' +
  'ddo.jp ieserver.net jpn.ph dip.jp fam.cx moe.hm netvolante.jp f5.si mydns.jp mydns.vc mydns.tw asuscomm.com tplinkdns.com buffalonas.com glddns.com changeip.net ddns.info ddns.us dns04.com mrbasic.com ' +
  'zzux.com wikaba.com publicvm.com linkpc.net work.gd run.place line.pm ydns.eu freemyip.com twbbs.org 3322.org f3322.net 8866.org ' +
  'backblazeb2.com digitaloceanspaces.com linodeobjects.com dweb.link w3s.link nftstorage.link cf-ipfs.com 4everland.io b-cdn.net ' +
  // Delivery, rented machines, courses and links of single customers.
  'imgix.net kxcdn.com netdna-ssl.com stackpathcdn.com quickconnect.to vps.ovh.net clients.your-server.de heteml.jp kagoya.net medium.com docebosaas.com moodlecloud.com app.link onelink.me'

const CUSTOMER_SUFFIXES: ReadonlySet<string> = new Set([
  ...SUFFIXES.split(' '),
  ...EMBEDDING_SERVICES,
])

/** What the service gave one customer, with nothing below it; undefined for any other host and for the services' own. */
export function findCustomerHost(host: string): string | undefined {
  const labels = host.split('.')
  const at = findSuffix(labels)
  if (EMBEDDING_SERVICES.includes(labels.slice(Math.max(0, at)).join('.')))
    return findEmbeddedIp(host)?.host
  const customer = labels[at - 1]
  return customer === undefined || OWN_LABELS.has(customer)
    ? undefined
    : labels.slice(at - 1).join('.')
}

/** Whether this is such a service's own: everybody's, whoever writes there. */
export const isCustomerService = (host: string): boolean =>
  findSuffix(host.split('.')) >= 0 && findCustomerHost(host) === undefined

const findSuffix = (labels: readonly string[]): number =>
  labels.findIndex((_, index) => CUSTOMER_SUFFIXES.has(labels.slice(index).join('.')))

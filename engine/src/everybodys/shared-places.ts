import { findHostingService } from '../techniques/tables/hosting-services.ts'
import { parseWebUrl } from '../techniques/url/unwrap-url.ts'
import { findService } from '../techniques/url/services.ts'

/** Services on which anybody puts a page, a text or a file under one host name, beside those that techniques tell of. */
const PLACES =
  // Pages to read, and pages of links.
  'gamma.app rentry.co rentry.org justpaste.it write.as craft.me docsend.com issuu.com flipsnack.com heyzine.com publuu.com prezi.com view.genially.com view.genial.ly visme.co note.com medium.com ' +
  'lit.link beacons.ai bio.site linkr.bio solo.to allmylinks.com campsite.bio msha.ke ' +
  // Text and code.
  'pastebin.com paste.ee hastebin.com controlc.com dpaste.com dpaste.org privatebin.net pastes.io ghostbin.com textbin.net codepen.io cdpn.io jsfiddle.net jsbin.com codeberg.org ' +
  // Files.
  'transfer.sh file.io gofile.io catbox.moe files.catbox.moe litter.catbox.moe sendspace.com 4shared.com workupload.com ufile.io krakenfiles.com bayfiles.com anonfiles.com limewire.com ' +
  'swisstransfer.com transfernow.net transferxl.com fromsmash.com filetransfer.io datadeliver.net okurin.bitpark.co.jp axfc.net dotup.org dropmefiles.com terabox.com 1fichier.com ' +
  'icedrive.net jumpshare.com temp.sh tmpfiles.org pixeldrain.com workdrive.zohoexternal.com ' +
  // Forms and boards.
  'forms.zohopublic.com zfrmz.com doc.clickup.com sharing.clickup.com forms.clickup.com airtable.com app.powerbi.com customervoice.microsoft.com groups.google.com ' +
  // Talks, bots and invitations.
  't.me telegram.me api.telegram.org line.me lin.ee wa.me chat.whatsapp.com discord.gg discord.com'

export const SHARED_PLACES: ReadonlySet<string> = new Set(PLACES.split(' '))

/**
 * Whether a link leads to such a place, or is a short name for one: what stands behind the host is all that tells the
 * attacker’s page from everybody’s.
 */
export function isAtSharedPlace(link: string): boolean {
  const url = parseWebUrl(link)
  if (url === undefined) return false
  const host = url.hostname.replace(/^www\./u, '')
  return (
    SHARED_PLACES.has(host) ||
    findHostingService(host)?.isShared === true ||
    findService(url)?.kind === 'shortener'
  )
}

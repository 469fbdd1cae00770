import { FREE_MAIL } from '../techniques/tables/free-mail.ts'

/** Providers of Japanese households, by what stands behind the “@” or below it. */
const HOUSEHOLDS: ReadonlySet<string> = new Set(
  (
    'docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp vodafone.ne.jp ymobile.ne.jp uqmobile.jp willcom.com disney.ne.jp rakuten.jp rakumail.jp ' +
    'nifty.com nifty.ne.jp ocn.ne.jp biglobe.ne.jp mesh.ne.jp so-net.ne.jp plala.or.jp dti.ne.jp asahi-net.or.jp hi-ho.ne.jp infoweb.ne.jp eonet.ne.jp zaq.ne.jp ' +
    'jcom.home.ne.jp jcom.zaq.ne.jp commufa.jp ybb.ne.jp bbiq.jp megaegg.ne.jp tiki.ne.jp wakwak.com odn.ne.jp dion.ne.jp auone-net.jp excite.co.jp'
  ).split(' '),
)

/** Whether each address at a domain is one person’s, who may be an attacker: blocked is the address, never the domain. */
export function isMailboxProvider(domain: string): boolean {
  const labels = domain.split('.')
  return labels.some((_label, index) => {
    const name = labels.slice(index).join('.')
    return FREE_MAIL.has(name) || HOUSEHOLDS.has(name)
  })
}

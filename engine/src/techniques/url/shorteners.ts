import { keptSecret, type UrlService } from './url-service.ts'

/** Hosts whose whole purpose is a short name for an address they keep. */
const HOSTS =
  `bit.ly bitly.com j.mp t.co goo.gl tinyurl.com is.gd v.gd ow.ly buff.ly dlvr.it ift.tt rebrand.ly cutt.ly
   shorturl.at shorturl.asia rb.gy t.ly s.id tiny.cc tiny.one bl.ink soo.gd clck.ru vk.cc qr.ae u.to lnkd.in
   db.tt amzn.to amzn.asia 1url.cc adf.ly surl.li surl.lu
   shorten.asia urlz.fr urlzs.com x.gd onl.la onl.bz onl.tw bityl.co encurtador.com.br abre.ai acesse.one
   l1nq.com l1nk.dev qrco.de qr-codes.io qrs.ly me-qr.com q-r.to t2m.io tr.im ux.nu bn1.in kutt.it
   short.gy shrtco.de gg.gg han.gl me2.do naver.me url.kr reurl.cc lihi.cc pse.is ppt.cc bit.do cutt.us
   urlr.me 2no.co grabify.link iplogger.org yip.su hoo.gl snip.ly smarturl.it lstu.fr dwz.cn suo.im sogou.cc
   w.wiki trib.al hubs.ly hubs.la mz.cm nav.cx po.st prt.nu zpr.io ur0.jp ur0.link 00m.in x.co chilp.it
   page.link app.link onelink.me smart.link go2l.ink go.ly goo.su goo.by lc.cx n9.cl rpp.bz
   share.google goo.gle lmy.de kurzelinks.de t1p.de ogy.de shorturl.fm shorturl.gg shorter.me short.io
   shor.by tiny.pl tiny.ie tinylink.net tinu.be urlday.cc v.ht vo.la did.li dub.sh dub.co rotf.lol u.nu
   0rz.tw encr.pw acesse.dev ouo.io za.gl bc.vc exe.io uqr.to qr1.be qrcc.me l.ead.me scnv.io tr.ee
   lurl.cc risu.io myppt.cc clc.li cli.re snip.link relinks.me kurl.ru`
    .split(/\s+/)
    .map((host) => host.replaceAll('.', '\\.'))

export const SHORTENERS: UrlService = {
  id: 'shortener',
  name: 'shortener',
  kind: 'shortener',
  host: new RegExp(`(?:^|\\.)(?:${HOSTS.join('|')})$`),
  path: /^\/.+/,
  unwrap: keptSecret,
}

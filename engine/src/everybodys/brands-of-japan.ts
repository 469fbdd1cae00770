/**
 * Domains of those whom Japan’s phishing imitates and whose letters it copies, by what they are for: banks, cards, means
 * of payment, travel, shops, telephones, public bodies. None is an attacker’s own, and a footer that leads there is no
 * proof against it. A ministry’s or a town’s needs no row (`is-public-body.ts`).
 */
const BRANDS =
  // Banks of a region, banks without branches, banks of the state and of unions.
  'hokkaidobank.co.jp michinokubank.co.jp a-bank.jp akita-bank.co.jp hokutobank.co.jp shonai.co.jp yamagatabank.co.jp iwatebank.co.jp kitagin.co.jp tohoku-bank.co.jp tohobank.co.jp ' +
  'sendaibank.co.jp daitobank.co.jp ashikagabank.co.jp tochigibank.co.jp joyobank.co.jp tsukubabank.co.jp towabank.co.jp musashinobank.co.jp keiyobank.co.jp chibakogyo-bank.co.jp kiraboshibank.co.jp ' +
  'tokyostarbank.co.jp daishi-hokuetsu.co.jp yamanashibank.co.jp 82bank.co.jp naganobank.co.jp hokugin.co.jp toyamabank.co.jp hokkokubank.co.jp fukuibank.co.jp shimizubank.co.jp okb.co.jp juroku.co.jp ' +
  'aichibank.co.jp meigin.com 33bank.co.jp hyakugo.co.jp shigagin.com kyotobank.co.jp kansaimiraibank.co.jp sihd-bk.jp nantobank.co.jp kiyobank.co.jp minatobk.co.jp tajimabank.co.jp ' +
  'tottoribank.co.jp gogin.co.jp chugin.co.jp tomatobank.co.jp hirogin.co.jp yamaguchibank.co.jp momijibank.co.jp kitakyushubank.co.jp awabank.co.jp 114bank.co.jp kagawabank.co.jp iyobank.co.jp ehimebank.co.jp ' +
  'shikokubank.co.jp kochi-bank.co.jp ncbank.co.jp chikugin.co.jp sagabank.co.jp 18shinwabank.co.jp higobank.co.jp oitabank.co.jp miyagin.co.jp kagin.co.jp ryugin.co.jp okinawa-bank.co.jp ' +
  'gmo-aozora.com minna-no-ginko.com uibank.co.jp sbjbank.co.jp bank-daiwa.co.jp shokochukin.co.jp dbj.jp rokin.com shinkin-ib.jp yokohama-shinkin.co.jp anser.ne.jp ib-channel.net ' +
  // Cards, loans, means of payment, points.
  'mufgcard.com nicos.co.jp dccard.co.jp tokyucard.com topcard.co.jp tobu-card.co.jp ts3card.com toyota-finance.co.jp aplus.co.jp creditsaison.co.jp smbc-fs.co.jp smbc-cf.com ucscard.co.jp ' +
  'ucs.co.jp 01epos.jp myjcb.jp 7card.co.jp nanaco-net.jp waon.net waon.com id-credit.com quicpay.jp d-card.jp jalcard.co.jp micard.co.jp jfr-card.co.jp idemitsucard.com americanexpress.co.jp ' +
  'acom.co.jp aiful.co.jp promise.co.jp mobit.ne.jp lakealsa.com paidy.com atone.be np-atobarai.jp netprotections.com merpay.com kyash.co yamato-credit-finance.co.jp gmo-ps.com veritrans.co.jp sonypaymentservices.jp ' +
  'sbpayment.jp digitalgarage.co.jp pay.jp cic.co.jp jicc.co.jp ponta.jp tsite.jp ' +
  // Securities, insurance, currencies.
  'rakuten-sec.net click-sec.com gaitame.com okasan.co.jp okasan-online.co.jp iwaicosmo.co.jp tokaitokyo.co.jp mizuho-sc.com sbineotrade.jp moomoo.com marusan-sec.co.jp aizawa.co.jp ichiyoshi.co.jp toyo-sec.co.jp ' +
  'nomuraholdings.com nomura-am.co.jp jsda.or.jp mizuho-tb.co.jp mizuho-rt.co.jp smtam.jp zaif.jp bitbank.cc bitpoint.co.jp bittrade.co.jp sbivc.co.jp okcoin.jp z.com gmocoin.co.jp ' +
  'sonysonpo.co.jp sonylife.co.jp lifenet-seimei.co.jp zurich.co.jp mitsui-direct.co.jp axa-direct.co.jp himawari-life.co.jp fukoku-life.co.jp taiyo-seimei.co.jp daido-life.co.jp asahi-life.co.jp tmn-anshin.co.jp ' +
  'orixlife.co.jp gib-life.co.jp prudential.co.jp manulife.co.jp kyosai-cc.or.jp ja-kyosai.or.jp zenrosai.coop kyoukaikenpo.or.jp ' +
  // Trains, roads, flights, rooms, tickets.
  'ex-ic.jp jrepoint.jp jre-travel.com pasmo.co.jp nimoca.jp go-etc.jp smile-etc.jp etc-pasoca.jp shutoko.jp hanshin-exp.co.jp jb-honshi.co.jp jaf.or.jp tobu.co.jp keisei.co.jp keikyu.co.jp sotetsu.co.jp hankyu.co.jp ' +
  'hanshin.co.jp kintetsu.co.jp keihan.co.jp nankai.co.jp meitetsu.co.jp nishitetsu.jp osakametro.co.jp willer.co.jp park24.co.jp timescar.jp times-info.net nipponrentacar.co.jp orix-rentacar.co.jp ' +
  'flypeach.com jetstar.com skymark.co.jp solaseedair.jp starflyer.jp airdo.jp fujidream.co.jp anahd.co.jp airtrip.jp skyticket.jp tabirai.net yukoyuko.net toyoko-inn.com apahotel.com route-inn.co.jp ' +
  'superhotel.co.jp princehotels.co.jp hoshinoresorts.com expedia.co.jp airbnb.jp klook.com veltra.com nta.co.jp pia.jp eplus.jp l-tike.com toto-dream.com takarakuji-official.jp jra-van.jp netkeiba.com ' +
  // Shops and meals.
  'nojima.co.jp edion.com ksdenki.com sofmap.com kojima.net dospara.co.jp pc-koubou.jp mouse-jp.co.jp itoyokado.co.jp seiyu.co.jp ministop.co.jp donki.com shimamura.gr.jp abc-mart.net workman.jp cainz.com ' +
  'takashimaya.co.jp mistore.jp daimaru.co.jp sogo-seibu.jp hankyu-dept.co.jp belluna.jp nissen.co.jp dinos.co.jp bellemaison.jp cecile.co.jp qoo10.jp shoplist.com buyma.com iherb.com lohaco.jp ' +
  'suruga-ya.jp bookoff.co.jp bookoffonline.co.jp kinokuniya.co.jp honto.jp cmoa.jp ebookjapan.jp tsutaya.co.jp animate-onlineshop.jp p-bandai.jp coopdeli.jp pal-system.co.jp oisix.com demae-can.com ubereats.com ' +
  'mos.jp skylark.co.jp kfc.co.jp sukiya.jp yoshinoya.com doutor.co.jp akindo-sushiro.co.jp kurasushi.co.jp dominos.jp pizza-la.co.jp furusato-tax.jp satofull.jp furunavi.jp wowma.jp fril.jp jmty.jp ' +
  // Telephones, networks, pictures and sound.
  'auone.jp kddi-fs.com nttdocomo.com mydocomo.com jcom.co.jp myjcom.jp asahi-net.or.jp asahi-net.jp tokai-com.co.jp qtnet.co.jp qtmobile.jp stnet.co.jp linecorp.com line-apps.com line-scdn.net ' +
  'u-next.jp tver.jp radiko.jp animate.co.jp dwango.jp fanza.jp skyperfectv.co.jp jasrac.or.jp pokemon.com pokemon.co.jp bandainamcoent.co.jp ' +
  // Power, gas, oil.
  'saibugas.co.jp keiyogas.co.jp shizuokagas.co.jp hokkaido-gas.co.jp nihongas.co.jp iwatani.co.jp cosmo-oil.co.jp tgcs.co.jp looop-denki.com ' +
  // Chambers, unions, offices without `go.jp`.
  'jc3.or.jp jcci.or.jp tokyo-cci.or.jp keidanren.or.jp zennoh.or.jp ja-net.or.jp dekyo.or.jp jipdec.or.jp jaipa.or.jp jpaa.or.jp nichibenren.or.jp shiho-shoshi.or.jp fisc.or.jp jees.or.jp eiken.or.jp kanken.or.jp ' +
  'iibc-global.org ' +
  // Sellers of names, machines and mail, and programs of mail.
  'xserver.co.jp jprs.co.jp interlink.or.jp nifcloud.com webarena.ne.jp arena.ne.jp cpanel.net plesk.com directadmin.com whmcs.com roundcube.net zimbra.com synology.com qnap.com'

/** Of those that `WELL_KNOWN` and the established domains hold, the ones whose letters are copied most. */
const COPIED =
  'smbc.co.jp smbc-card.com smbcnikko.co.jp mufg.jp mizuhobank.co.jp resonabank.co.jp jp-bank.japanpost.jp japanpost.jp jcb.co.jp rakuten-card.co.jp rakuten-bank.co.jp rakuten-sec.co.jp saisoncard.co.jp ' +
  'eposcard.co.jp viewcard.co.jp orico.co.jp aeon.co.jp aeonbank.co.jp sevenbank.co.jp sbisec.co.jp netbk.co.jp sbishinseibank.co.jp nomura.co.jp monex.co.jp matsui.co.jp paypay.ne.jp paypay-card.co.jp ' +
  'kuronekoyamato.co.jp sagawa-exp.co.jp amazon.co.jp mercari.com eki-net.com jreast.co.jp smart-ex.jp etc-meisai.jp ana.co.jp jal.co.jp tepco.co.jp kepco.jp tokyo-gas.co.jp nhk.or.jp'

export const BRANDS_OF_JAPAN: ReadonlySet<string> = new Set([
  ...BRANDS.split(' '),
  ...COPIED.split(' '),
])

/** Whether a page is such a brand’s own: its help and its terms, to which every copied letter leads too. */
export function isBrandsPage(host: string): boolean {
  const labels = host.toLowerCase().split('.')
  return labels.some((_label, at) => BRANDS_OF_JAPAN.has(labels.slice(at).join('.')))
}

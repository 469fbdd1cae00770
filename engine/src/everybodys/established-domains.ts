/**
 * Domains that honest people open, load and trust every day, by what they are for. Attackers borrow their names and link
 * to them; none of them is an attacker's own. Those that are worth imitating stand in `well-known-domains.ts`.
 */
const DOMAINS =
  // Delivery of scripts, fonts and pictures; libraries.
  'jquery.com jsdelivr.net unpkg.com cdnjs.com bootstrapcdn.com getbootstrap.com fontawesome.com fonts.com typography.com gravatar.com ' +
  'akamai.com akamai.net akamaized.net akamaihd.net akamaitechnologies.com edgekey.net edgesuite.net fastly.com fastly.net fastlylb.net cloudflareinsights.com ' +
  'cloudflare-dns.com cdn-cgi.com stackpathcdn.com stackpathdns.com kxcdn.com keycdn.com bunnycdn.com bunny.net b-cdn.net cdn77.org cdn77.com llnwd.net limelight.com ' +
  'edgecastcdn.net azureedge.net azurefd.net msecnd.net imgix.net imgix.com cloudinary.com twimg.com ytimg.com ggpht.com pinimg.com wp.com staticflickr.com ' +
  'ssl-images-amazon.com images-amazon.com polyfill-fastly.io esm.sh skypack.dev jspm.io googlesource.com recaptcha.net hcaptcha.com gigya.com ' +
  // Figures of visits, advertisements, consent.
  'google-analytics.com googletagmanager.com googletagservices.com googleadservices.com googlesyndication.com doubleclick.net doubleclick.com 2mdn.net adnxs.com ' +
  'criteo.com criteo.net taboola.com outbrain.com rubiconproject.com pubmatic.com openx.net casalemedia.com scorecardresearch.com quantserve.com chartbeat.com ' +
  'hotjar.com mouseflow.com crazyegg.com clarity.ms mixpanel.com segment.com segment.io amplitude.com heap.io fullstory.com optimizely.com vwo.com ' +
  'demdex.net omtrdc.net 2o7.net everesttech.net adobedtm.com bluekai.com krxd.net rlcdn.com newrelic.com nr-data.net sentry-cdn.com bugsnag.com ' +
  'cookielaw.org onetrust.com cookiebot.com trustarc.com usercentrics.eu addthis.com addtoany.com sharethis.com disqus.com clearbit.com brandfetch.io ' +
  'matomo.cloud plausible.io branch.io app.link adjust.com appsflyer.com onelink.me kochava.com user-insight.jp ptengine.jp i-mobile.co.jp microad.jp ' +
  // Certificates, and what computers ask by themselves.
  'digicert.com symcb.com symcd.com geotrust.com thawte.com rapidssl.com verisign.com sectigo.com usertrust.com comodoca.com comodo.com globalsign.com globalsign.net ' +
  'letsencrypt.org lencr.org identrust.com entrust.net entrust.com godaddy.com starfieldtech.com amazontrust.com pki.goog translate.goog firebasestorage.app quickconnect.to netdna-ssl.com sendibt3.com emltrk.com mpse.jp mpme.jp buypass.com buypass.no ssl.com quovadisglobal.com ' +
  'swisssign.net swisssign.com certum.pl trust-provider.com cybertrust.ne.jp cybertrust.co.jp secomtrust.net securecore.net jprs.jp jcert.co.jp ' +
  'msftconnecttest.com msftncsi.com windowsupdate.com update.microsoft.com microsoftonline-p.com msauth.net msftauth.net msidentity.com azure-dns.com azure.net ' +
  'trafficmanager.net gvt1.com gvt2.com gvt3.com 1e100.net crashlytics.com firebase.com firebaseio.com cdn-apple.com apple-dns.net aaplimg.com icloud-content.com ' +
  'ntp.org detectportal.firefox.com mozilla.net mozilla.com mozgcp.net connectivitycheck.gstatic.com nmcheck.gnome.org canonical.com ubuntu.com debian.org fedoraproject.org ' +
  'opendns.com quad9.net one.one.one.one ipify.org ipinfo.io ifconfig.me icanhazip.com checkip.amazonaws.com root-servers.net iana.org icann.org arin.net ripe.net apnic.net ' +
  'nic.ad.jp jpnic.net iana-servers.net spamhaus.org sorbs.net spamcop.net surbl.org abuse.ch virustotal.com urlscan.io ' +
  // Code and standards.
  'npmjs.com npmjs.org nodejs.org pypi.org python.org pythonhosted.org rubygems.org ruby-lang.org php.net packagist.org golang.org go.dev rust-lang.org crates.io maven.org ' +
  'apache.org nginx.org nginx.com mysql.com postgresql.org docker.com docker.io kubernetes.io gnu.org kernel.org linuxfoundation.org sourceforge.net stackoverflow.com ' +
  'stackexchange.com ieee.org ietf.org rfc-editor.org iso.org w3.org whatwg.org schema.org json.org openid.net xmlsoap.org purl.org ogp.me openxmlformats.org oasis-open.org ' +
  'creativecommons.org unicode.org doi.org crossref.org orcid.org arxiv.org acm.org first.org mitre.org owasp.org sans.org cert.org ' +
  // Reference, study, health and organisations of nations.
  'wikidata.org wiktionary.org archive.org britannica.com imdb.com quora.com goodreads.com researchgate.net academia.edu sciencedirect.com elsevier.com springer.com ' +
  'nature.com wiley.com cambridge.org oup.com oxfordjournals.org tandfonline.com jst.go.jp jstage.jst.go.jp coursera.org udemy.com duolingo.com ted.com ' +
  'un.org unesco.org unicef.org who.int oecd.org worldbank.org imf.org wto.org redcross.org jrc.or.jp jpcert.or.jp nict.go.jp ipa.jp antiphishing.jp ' +
  // News.
  'nikkei.com nikkei.co.jp nikkeibp.co.jp asahi.com yomiuri.co.jp mainichi.jp sankei.com sankei.co.jp tokyo-np.co.jp jiji.com jiji.co.jp kyodonews.jp kyodo.co.jp 47news.jp ' +
  'nhk.or.jp nhk.jp tbs.co.jp ntv.co.jp tv-asahi.co.jp tv-tokyo.co.jp fujitv.co.jp chunichi.co.jp hokkaido-np.co.jp nishinippon.co.jp kobe-np.co.jp kyoto-np.co.jp ' +
  'at-s.com toyokeizai.net diamond.jp gendai.media bunshun.jp president.jp impress.co.jp itmedia.co.jp zdnet.com cnet.com ascii.jp mynavi.jp gigazine.net watch.impress.co.jp ' +
  'newspicks.com smartnews.com gunosy.com prtimes.jp oricon.co.jp natalie.mu weathernews.jp weathernews.com tenki.jp ' +
  'reuters.com apnews.com afp.com bloomberg.com bloomberg.co.jp wsj.com ft.com nytimes.com washingtonpost.com cnn.com cnn.co.jp bbc.co.uk bbc.com theguardian.com ' +
  'economist.com forbes.com fortune.com businessinsider.com time.com usatoday.com latimes.com cnbc.com cbsnews.com nbcnews.com abcnews.go.com foxnews.com npr.org ' +
  'independent.co.uk telegraph.co.uk thetimes.co.uk lemonde.fr lefigaro.fr spiegel.de welt.de elpais.com elmundo.es corriere.it repubblica.it scmp.com ' +
  'techcrunch.com theverge.com wired.com arstechnica.com engadget.com mashable.com bleepingcomputer.com krebsonsecurity.com darkreading.com thehackernews.com securityweek.com ' +
  // People and pictures.
  'vimeo.com dailymotion.com soundcloud.com twitch.tv nicovideo.jp nimg.jp pixiv.net pximg.net flickr.com imgur.com giphy.com unsplash.com pexels.com pixabay.com ' +
  'shutterstock.com istockphoto.com gettyimages.com freepik.com slideshare.net scribd.com issuu.com speakerdeck.com medium.com note.com ameblo.jp ameba.jp qiita.com zenn.dev ' +
  'fc2.com hatena.ne.jp livedoor.com livedoor.jp seesaa.net goo.ne.jp exblog.jp cookpad.com kakaku.com tabelog.com gnavi.co.jp hotpepper.jp mixi.jp gree.net dena.com ' +
  'snapchat.com bsky.app mastodon.social vk.com ok.ru weibo.com xing.com viber.com signal.org skype.com kakao.com kakaocorp.com zalo.me patreon.com kickstarter.com gofundme.com ' +
  'change.org meetup.com deviantart.com behance.net dribbble.com producthunt.com ycombinator.com yelp.com trustpilot.com glassdoor.com indeed.com recruit.co.jp rikunabi.com ' +
  'en-japan.com doda.jp bizreach.jp wantedly.com suumo.jp homes.co.jp ' +
  // Money.
  'boj.or.jp jpx.co.jp jcb.co.jp zengin-net.jp zenginkyo.or.jp resonabank.co.jp resona-gr.co.jp saitamaresona.co.jp smtb.jp sevenbank.co.jp sonybank.jp sonybank.net paypay-bank.co.jp ' +
  'paypay.ne.jp paypay-card.co.jp jibunbank.co.jp aubank.jp lawsonbank.jp orix.co.jp orixbank.co.jp shinseibank.com sbishinseibank.co.jp aozorabank.co.jp norinchukin.or.jp jabank.jp ' +
  'shinkin.co.jp rokin.or.jp chibabank.co.jp boy.co.jp hamagin.co.jp surugabank.co.jp shizuokabank.co.jp fukuokabank.co.jp 77bank.co.jp hokuyobank.co.jp gunmabank.co.jp ' +
  'daiwa.jp daiwa.co.jp smbcnikko.co.jp mufg.jp monex.co.jp matsui.co.jp kabu.com sbigroup.co.jp rakuten-sec.co.jp cr.mufg.jp vpass.ne.jp eposcard.co.jp viewcard.co.jp ' +
  'orico.co.jp jaccs.co.jp cedyna.co.jp lifecard.co.jp pocketcard.co.jp uccard.co.jp tscubic.com mastercard.us discover.com dinersclub.com diners.co.jp capitalone.com usbank.com ' +
  'pnc.com tdbank.com td.com rbc.com scotiabank.com bmo.com ubs.com credit-suisse.com deutsche-bank.de db.com commerzbank.de bnpparibas.com bnpparibas.net societegenerale.fr ' +
  'credit-agricole.fr labanquepostale.fr ing.com ing.nl ing.de rabobank.nl abnamro.nl bbva.com bbva.es caixabank.es unicredit.it intesasanpaolo.com lloydsbank.co.uk ' +
  'lloydsbank.com natwest.com rbs.co.uk tsb.co.uk santander.co.uk commbank.com.au anz.com westpac.com.au nab.com.au dbs.com ocbc.com uob.com.sg icbc.com.cn boc.cn ' +
  'nordea.com danskebank.dk swedbank.se seb.se klarna.com revolut.com n26.com monzo.com westernunion.com moneygram.com payoneer.com skrill.com alipay.com ' +
  'schwab.com fidelity.com vanguard.com morganstanley.com goldmansachs.com equifax.com experian.com transunion.com okx.com bybit.com kucoin.com gemini.com crypto.com ' +
  'blockchain.com etherscan.io opensea.io uniswap.org gmo.jp coin.z.com dmm.com ' +
  // Shops, travel, post, telephones.
  'zozo.jp nitori.co.jp nitori-net.jp yodobashi.com biccamera.com yamada-denki.jp joshin.co.jp muji.com muji.net uniqlo.com fastretailing.com gu-global.com askul.co.jp monotaro.com ' +
  'amazon.com.au amazon.ca amazon.fr amazon.it amazon.es amazon.in amazon.cn aeon.com aeon.info 7andi.com sej.co.jp 7net.omni7.jp lawson.co.jp family.co.jp costco.co.jp ikea.com ' +
  'target.com bestbuy.com homedepot.com lowes.com etsy.com wayfair.com macys.com nordstrom.com sephora.com nike.com adidas.com zara.com hm.com shein.com temu.com otto.de zalando.de ' +
  'allegro.pl bol.com cdiscount.com fnac.com rakuten.fr flipkart.com lazada.com shopee.com coupang.com gmarket.co.kr jd.com tmall.com 1688.com ' +
  'jtb.co.jp his-j.com jalan.net ikyu.com rurubu.jp knt.co.jp agoda.com hotels.com trip.com skyscanner.net marriott.com hilton.com hyatt.com ihg.com accor.com delta.com united.com ' +
  'aa.com southwest.com lufthansa.com airfrance.com klm.com britishairways.com emirates.com qatarairways.com singaporeair.com cathaypacific.com lyft.com ' +
  'jr-central.co.jp jr-odekake.net westjr.co.jp jrkyushu.co.jp jrhokkaido.co.jp jr-shikoku.co.jp smart-ex.jp expy.jp tokyometro.jp odakyu.jp tokyu.co.jp keio.co.jp seiburailway.jp ' +
  'c-nexco.co.jp e-nexco.co.jp w-nexco.co.jp navitime.co.jp jorudan.co.jp seino.co.jp fukutsu.co.jp royalmail.com parcelforce.com laposte.fr chronopost.fr poste.it posteitaliane.it ' +
  'correos.es deutschepost.de hermesworld.com dpd.com dpd.co.uk gls-group.eu postnl.nl bpost.be post.ch post.at postnord.com postnord.se canadapost.ca canadapost-postescanada.ca auspost.com.au ' +
  'nzpost.co.nz singpost.com ems.com.cn tnt.com aramex.com dbschenker.com kuehne-nagel.com msc.com cma-cgm.com hapag-lloyd.com evergreen-line.com one-line.com nyk.com mol.co.jp kline.co.jp ' +
  'uqwimax.jp uqcommunications.jp ymobile.jp linemo.jp povo.jp ahamo.com mineo.jp iijmio.jp iij.ad.jp nuro.jp commufa.jp eo-net.jp eonet.ne.jp k-opti.com nhk-cs.jp wowow.co.jp ' +
  'att.com verizon.com t-mobile.com xfinity.com comcast.com spectrum.com vodafone.com orange.com o2.co.uk bt.com telekom.de telefonica.com telstra.com.au optus.com.au rogers.com bell.ca ' +
  // Power, gas, water.
  'tepco.co.jp kepco.jp kepco.co.jp chuden.co.jp chuden.jp tohoku-epco.co.jp rikuden.co.jp energia.co.jp yonden.co.jp kyuden.co.jp okiden.co.jp hepco.co.jp tokyo-gas.co.jp osakagas.co.jp ' +
  'tohogas.co.jp jera.co.jp eneos.co.jp idemitsu.com edf.fr engie.com eon.com britishgas.co.uk ' +
  // Makers and houses of trade.
  'sony-group.com sharp.co.jp jp.sharp epson.jp epson.com epson.biz brother.co.jp brother.com fujifilm.com fujixerox.co.jp konicaminolta.com konicaminolta.jp kyocera.co.jp kyocera.com olympus.co.jp ' +
  'nikon.com nikon.co.jp casio.com casio.jp seiko.co.jp citizen.co.jp omron.com omron.co.jp keyence.co.jp keyence.com fanuc.co.jp yaskawa.co.jp smcworld.com murata.com tdk.com nidec.com ' +
  'mazda.co.jp subaru.co.jp subaru.jp suzuki.co.jp mitsubishi-motors.com daihatsu.co.jp isuzu.co.jp hino.co.jp yamaha.com yamaha-motor.co.jp kawasaki.com denso.com aisin.com bridgestone.co.jp ' +
  'global-nikon.com lexus.jp bmw.com mercedes-benz.com daimler.com vw.com volkswagen.de audi.com ford.com gm.com tesla.com hyundai.com kia.com bosch.com continental.com basf.com bayer.com ' +
  'itochu.co.jp marubeni.com sojitz.com toyota-tsusho.com kajima.co.jp obayashi.co.jp taisei.co.jp shimz.co.jp takenaka.co.jp daiwahouse.co.jp sekisuihouse.co.jp lixil.co.jp toto.com toto.jp ' +
  'nipponsteel.com jfe-steel.co.jp kobelco.co.jp asahi-kasei.com toray.co.jp teijin.co.jp kao.com shiseido.co.jp shiseido.com lion.co.jp unicharm.co.jp meiji.co.jp ajinomoto.co.jp nissin.com ' +
  'kirin.co.jp asahibeer.co.jp asahigroup-holdings.com suntory.co.jp suntory.com sapporobeer.jp itoen.co.jp takeda.com astellas.com daiichisankyo.co.jp eisai.co.jp chugai-pharm.co.jp otsuka.co.jp ' +
  'nintendo.com nintendo.co.jp sega.com sega.jp bandainamco.co.jp square-enix.com konami.com capcom.com disney.com disney.co.jp universalpictures.com warnerbros.com tokyodisneyresort.jp ' +
  'steampowered.com steamcommunity.com epicgames.com ea.com roblox.com minecraft.net xbox.com blizzard.com riotgames.com ubisoft.com hulu.com hulu.jp disneyplus.com max.com primevideo.com abema.tv ' +
  'unext.jp dazn.com crunchyroll.com dentsu.co.jp hakuhodo.co.jp nri.co.jp nri.com scsk.jp tis.co.jp otsuka-shokai.co.jp ntt-f.co.jp nttpc.co.jp ntt-facilities.com nttcom.co.jp nttd-i.co.jp ' +
  'tokiomarine-nichido.co.jp sompo-japan.co.jp ms-ins.com aioinissaydowa.co.jp nissay.co.jp dai-ichi-life.co.jp meijiyasuda.co.jp sumitomolife.co.jp aflac.co.jp axa.co.jp axa.com allianz.com zurich.com metlife.com ' +
  'qualcomm.com amd.com arm.com broadcom.com micron.com ti.com asus.com acer.com msi.com gigabyte.com logitech.com wdc.com seagate.com huawei.com mi.com xiaomi.com oppo.com lg.com ' +
  'boeing.com airbus.com ge.com honeywell.com 3m.com abb.com schneider-electric.com rockwellautomation.com emerson.com caterpillar.com philips.com nestle.com pg.com unilever.com ' +
  'coca-cola.com cocacola.co.jp pepsico.com mcdonalds.com mcdonalds.co.jp starbucks.com starbucks.co.jp shell.com bp.com exxonmobil.com totalenergies.com ' +
  // Security, software, makers of the tools of work.
  'kaspersky.com kaspersky.co.jp eset.com bitdefender.com avg.com avira.com f-secure.com withsecure.com malwarebytes.com sophos.com crowdstrike.com sentinelone.com fireeye.com mandiant.com rapid7.com ' +
  'tenable.com qualys.com splunk.com elastic.co paloaltonetworks.jp checkpoint.com juniper.net arubanetworks.com f5.com netgear.com tp-link.com buffalo.jp iodata.jp elecom.co.jp sourcenext.com justsystems.com ' +
  'lac.co.jp nttsecurity.com secom.co.jp alsok.co.jp autodesk.com dassault-systemes.com 3ds.com ptc.com ansys.com mathworks.com jetbrains.com postman.com redhat.com suse.com hashicorp.com mongodb.com ' +
  'snowflake.com databricks.com tableau.com qlik.com sas.com zoominfo.com dnb.com tdb.co.jp tsr-net.co.jp grammarly.com deepl.com perplexity.ai huggingface.co midjourney.com opera.com vivaldi.com ' +
  'duckduckgo.com baidu.jp ecosia.org startpage.com winzip.com win-rar.com 7-zip.org videolan.org libreoffice.org foxit.com nitro.com pdf24.org ilovepdf.com smallpdf.com ' +
  // Names, mail and machines for rent, as the sellers’ own.
  'gandi.net namecheap.com name.com porkbun.com tucows.com opensrs.com enom.com networksolutions.com register.com ionos.com ionos.de strato.de one.com hover.com dreamhost.com bluehost.com hostgator.com ' +
  'siteground.com hostinger.com a2hosting.com inmotionhosting.com wpengine.com kinsta.com ovh.com ovhcloud.com scaleway.com hetzner.cloud contabo.com vultr.com linode.com digitalocean.com heroku.com ' +
  'netlify.com vercel.com render.com fly.io railway.app supabase.com firebase.google.com value-domain.com muumuu-domain.com star-domain.jp sakura.ad.jp xserver.ne.jp lolipop.jp heteml.jp coreserver.jp ' +
  'gmo.jp gmocloud.com gmo-pg.com conoha.jp winserver.ne.jp cpi.ad.jp wadax.ne.jp mixhost.jp colorfulbox.jp zenlogic.jp kddi-web.com linkclub.or.jp rakuten.net ' +
  // Short or second names of those that everybody knows.
  'lin.ee g.co fb.me wa.me youtube-nocookie.com r10s.jp dmm.co.jp nintendo.net spiral.jp note.com'

export const ESTABLISHED_DOMAINS: ReadonlySet<string> = new Set(DOMAINS.split(' '))

/** Services whose customers are organisations, each below a label of its own: the label says who works there. */
const TENANTED =
  // Groupware, chat and projects.
  'sharepoint.com dynamics.com crm.dynamics.com onmicrosoft.com b2clogin.com ciamlogin.com cybozu.com cybozu.cn cybozu-dev.com cybozu-office.com cybozulive.com ' +
  'kintone.com backlog.com backlog.jp backlogtool.com slack.com chatwork.com zoom.us webex.com atlassian.net jira.com monday.com workplace.com docbase.io esa.io ' +
  'kibe.la redmine.jp rakumo.com desknets.com garoon.com lineworks.com worksmobile.com direct4b.com jooto.com visualstudio.com mattermost.cloud ' +
  // Files and signatures.
  'box.com egnyte.com sharefile.com sharefile.eu dn-cloud.com directcloud.jp fileforce.jp primedrive.jp gigacc.com fleekdrive.com securesamba.com cloudsign.jp ' +
  // Customers, help desks, sales, surveys.
  'zendesk.com freshdesk.com freshservice.com freshworks.com salesforce.com my.salesforce.com salesforce-sites.com force.com my.site.com service-now.com ' +
  'zohodesk.com intercom-mail.com qualtrics.com questant.jp cuenote.jp smp.ne.jp spiral-site.com tayori.com karte.io pardot.com mktoweb.com ' +
  // People, money, purchases.
  'smarthr.jp smarthr.plus bamboohr.com gusto.com rakurakuseisan.jp rakurakumeisai.jp kickflow.com hrmos.co talentio.com herp.cloud myworkday.com myworkdayjobs.com ' +
  'bill-one.com jobcan.jp jobcan.ne.jp kingoftime.jp teamspirit.com touchonit.com ariba.com coupahost.com concursolutions.com successfactors.com successfactors.eu sapsf.com ' +
  'ondemand.com netsuite.com icims.com ultipro.com ' +
  // Sign-in.
  'okta.com okta-emea.com oktapreview.com onelogin.com auth0.com duosecurity.com pingone.com jumpcloud.com ssogate.jp trustlogin.com cloudgate.jp gluegent.net hennge.com ' +
  // Gateways that mail of their customers passes.
  'securemx.jp securemx.ne.jp pphosted.com ppe-hosted.com iphmx.com mailgates.jp activegate-ss.jp matrix-scan.jp'

export const TENANTED_SERVICES: ReadonlySet<string> = new Set(TENANTED.split(' '))

const OTHER =
  // Groupware, chat and projects.
  'nulab.com nulab-inc.com cacoo.com typetalk.com ' +
  'slack-files.com slackhq.com asana.com clickup.com trello.com basecamp.com wrike.com smartsheet.com airtable.com ' +
  'miro.com mural.co lucid.app lucidchart.com coda.io quip.com teamwork.com discord.com discord.gg mattermost.com zulipchat.com rocket.chat ' +
  'gotomeeting.com ringcentral.com whereby.com bluejeans.com teamviewer.com anydesk.com logmein.com ' +
  'statuspage.io gitlab.com bitbucket.org dev.azure.com azure.com ' +
  // Files and signatures.
  'box.net boxcdn.net app.box.com citrixdata.com hightail.com wetransfer.com sendgb.com filemail.com ' +
  'dropboxforum.com pcloud.com sync.com nextcloud.com tresorit.com idrive.com ' +
  'gmosign.com docusign.com hellosign.com pandadoc.com signnow.com adobesign.com dropboxsign.com ninja-sign.com ' +
  // Customers, help desks, sales, surveys.
  'zdassets.com zopim.com intercom.com intercom.io helpscout.net front.com frontapp.com ' +
  'lightning.force.com visualforce.com documentforce.com hubspot.com hubspotusercontent.com zoho.com zoho.jp zoho.eu ' +
  'servicenow.com pega.com powerapps.com powerbi.com pipedrive.com marketo.com eloqua.com ' +
  'sansan.com eight.cards yappli.io repica.jp satori.marketing b-dash.com surveymonkey.com typeform.com ' +
  // People, money, purchases.
  'freee.co.jp moneyforward.com mf-cloud.jp rakus.co.jp ' +
  'workday.com adp.com paylocity.com paycom.com ' +
  'coupa.com oraclecloud.com quickbooks.com xero.com bill.com stripe.com ' +
  'greenhouse.io lever.co ' +
  // Sign-in.
  'pingidentity.com hennge.io ' +
  // Training, orders, shops, events.
  'knowbe4.com docebosaas.com schoology.com instructure.com moodlecloud.com eventbrite.com peatix.com connpass.com doorkeeper.jp myshopify.com shopify.com base.shop stores.jp thebase.in ' +
  // Monitoring and the like.
  'datadoghq.com sentry.io pagerduty.com opsgenie.com newrelic.com splunkcloud.com sumologic.com mackerelio.com ' +
  // Gateways that mail and links of their customers pass.
  'antigena.com darktrace.com mimecast.com mimecastprotect.com proofpoint.com urldefense.com messagelabs.com mailcontrol.com ' +
  'barracudanetworks.com cudasvc.com ess.barracudanetworks.com trendmicro.com trendmicro.co.jp tmes.trendmicro.com sophos.com hydra.sophos.com reflexion.net fireeyecloud.com ' +
  'trellix.com mxlogic.net forcepoint.com zscaler.com zscalertwo.net netskope.com goskope.com menlosecurity.com ironscales.com abnormalsecurity.com avanan.net avanan.click ' +
  'hornetsecurity.com antispameurope.com vadesecure.com spamtitan.com mailguard.com.au spamexperts.com securence.com appriver.com edgepilot.com fortimail.com fortimailcloud.com ' +
  'mailprotector.com inky.com egress.com checkpoint.com harmonymail.com cloudmark.com libraesva.com esvacloud.com tessian.com zixcorp.com zixmail.net ' +
  'digitalarts.co.jp daj.co.jp dalerts.jp cybermailing.jp bizmw.com m-filter.jp qualitia.com saferattach.com cybersolutions.co.jp ' +
  'iij.ad.jp iij.jp mailsec.jp vaddy.net ctc-g.co.jp kagoya.net kagoya.jp sakura.ne.jp xserver.jp heteml.jp lolipop.jp conoha.ne.jp muumuu-mail.com onamae.ne.jp valueserver.jp ' +
  // Delivery networks and clouds.
  'akamai.net akamaihd.net akamaized.net edgekey.net edgesuite.net fastly.net cloudflare.com cdn77.org azure-api.net azure.net linode.com digitalocean.com ovh.net hetzner.com your-server.de ' +
  'googleapis.com gstatic.com youtube.com blogger.com archive.org wikipedia.org wikimedia.org gravatar.com w3.org schema.org cloudinary.com imgur.com unsplash.com vimeo.com'

/**
 * Services that companies do their work on, each customer below a label of its own or under one host, and gateways
 * that all mail of their customers passes. Cut off the customer's label, and what is left belongs to everybody.
 * By registrable domain; those that people also know as brands are listed with them.
 */
export const BUSINESS_SERVICES: ReadonlySet<string> = new Set([
  ...TENANTED_SERVICES,
  ...OTHER.split(' '),
])

/**
 * Services that companies do their work on, each customer below a label of its own or under one host, and gateways
 * that all mail of their customers passes. Cut off the customer's label, and what is left belongs to everybody.
 * By registrable domain; those that people also know as brands are listed with them.
 */
export const BUSINESS_SERVICES: ReadonlySet<string> = new Set(
  // Groupware, chat and projects.
  (
    'kintone.com cybozu.com cybozu.cn cybozu-dev.com cybozulive.com backlog.com backlog.jp nulab.com nulab-inc.com cacoo.com typetalk.com ' +
    'chatwork.com lineworks.com worksmobile.com direct4b.com garoon.com desknets.com rakumo.com jooto.com ' +
    'slack.com slack-files.com slackhq.com asana.com monday.com clickup.com trello.com basecamp.com wrike.com smartsheet.com airtable.com ' +
    'miro.com mural.co lucid.app lucidchart.com coda.io quip.com teamwork.com workplace.com discord.com discord.gg mattermost.com zulipchat.com rocket.chat ' +
    'gotomeeting.com webex.com zoom.us ringcentral.com whereby.com bluejeans.com teamviewer.com anydesk.com logmein.com ' +
    'atlassian.net jira.com statuspage.io gitlab.com bitbucket.org visualstudio.com dev.azure.com azure.com ' +
    // Files and signatures.
    'box.com box.net boxcdn.net app.box.com egnyte.com sharefile.com citrixdata.com hightail.com wetransfer.com sendgb.com filemail.com ' +
    'directcloud.jp fleekdrive.com securesamba.com dropboxforum.com pcloud.com sync.com nextcloud.com tresorit.com idrive.com ' +
    'cloudsign.jp gmosign.com docusign.com hellosign.com pandadoc.com signnow.com adobesign.com dropboxsign.com ninja-sign.com ' +
    // Customers, help desks, sales, surveys.
    'zendesk.com zdassets.com zopim.com freshdesk.com freshservice.com freshworks.com intercom.com intercom.io intercom-mail.com helpscout.net front.com frontapp.com ' +
    'salesforce.com force.com my.salesforce.com lightning.force.com visualforce.com documentforce.com salesforce-sites.com hubspot.com hubspotusercontent.com zoho.com zoho.jp zoho.eu zohodesk.com ' +
    'service-now.com servicenow.com pega.com dynamics.com crm.dynamics.com powerapps.com powerbi.com pipedrive.com marketo.com mktoweb.com eloqua.com pardot.com ' +
    'sansan.com eight.cards yappli.io karte.io repica.jp satori.marketing b-dash.com surveymonkey.com qualtrics.com typeform.com questant.jp cuenote.jp ' +
    // People, money, purchases.
    'smarthr.jp smarthr.plus kingoftime.jp jobcan.jp freee.co.jp moneyforward.com mf-cloud.jp rakus.co.jp rakurakuseisan.jp rakurakumeisai.jp bill-one.com tayori.com ' +
    'workday.com myworkday.com myworkdayjobs.com successfactors.com successfactors.eu sapsf.com bamboohr.com gusto.com adp.com ultipro.com paylocity.com paycom.com ' +
    'ariba.com coupahost.com coupa.com concursolutions.com netsuite.com ondemand.com oraclecloud.com quickbooks.com xero.com bill.com stripe.com ' +
    'teamspirit.com touchonit.com talentio.com hrmos.co herp.cloud greenhouse.io lever.co icims.com ' +
    // Sign-in.
    'okta.com oktapreview.com okta-emea.com auth0.com onelogin.com duosecurity.com pingidentity.com pingone.com jumpcloud.com hennge.com hennge.io ssogate.jp trustlogin.com cloudgate.jp gluegent.net ' +
    // Training, orders, shops, events.
    'knowbe4.com docebosaas.com schoology.com instructure.com moodlecloud.com eventbrite.com peatix.com connpass.com doorkeeper.jp myshopify.com shopify.com base.shop stores.jp thebase.in ' +
    // Monitoring and the like.
    'datadoghq.com sentry.io pagerduty.com opsgenie.com newrelic.com splunkcloud.com sumologic.com mackerelio.com ' +
    // Gateways that mail and links of their customers pass.
    'antigena.com darktrace.com mimecast.com mimecastprotect.com pphosted.com ppe-hosted.com proofpoint.com urldefense.com iphmx.com messagelabs.com mailcontrol.com ' +
    'barracudanetworks.com cudasvc.com ess.barracudanetworks.com trendmicro.com trendmicro.co.jp tmes.trendmicro.com sophos.com hydra.sophos.com reflexion.net fireeyecloud.com ' +
    'trellix.com mxlogic.net forcepoint.com zscaler.com zscalertwo.net netskope.com goskope.com menlosecurity.com ironscales.com abnormalsecurity.com avanan.net avanan.click ' +
    'hornetsecurity.com antispameurope.com vadesecure.com spamtitan.com mailguard.com.au spamexperts.com securence.com appriver.com edgepilot.com fortimail.com fortimailcloud.com ' +
    'mailprotector.com inky.com egress.com checkpoint.com harmonymail.com cloudmark.com libraesva.com esvacloud.com tessian.com zixcorp.com zixmail.net ' +
    'digitalarts.co.jp daj.co.jp dalerts.jp cybermailing.jp mailgates.jp activegate-ss.jp securemx.jp securemx.ne.jp bizmw.com m-filter.jp matrix-scan.jp qualitia.com saferattach.com cybersolutions.co.jp ' +
    'iij.ad.jp iij.jp mailsec.jp vaddy.net ctc-g.co.jp kagoya.net kagoya.jp sakura.ne.jp xserver.jp heteml.jp lolipop.jp conoha.ne.jp muumuu-mail.com onamae.ne.jp valueserver.jp ' +
    // Delivery networks and clouds.
    'akamai.net akamaihd.net akamaized.net edgekey.net edgesuite.net fastly.net cloudflare.com cdn77.org azure-api.net azure.net linode.com digitalocean.com ovh.net hetzner.com your-server.de ' +
    'googleapis.com gstatic.com youtube.com blogger.com archive.org wikipedia.org wikimedia.org gravatar.com w3.org schema.org cloudinary.com imgur.com unsplash.com vimeo.com'
  ).split(' '),
)

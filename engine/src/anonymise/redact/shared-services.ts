/**
 * Domains that everybody uses. An address or link there may be the attacker's; the domain as such
 * is not, and blocking it would cut off honest mail.
 */
const SHARED_SERVICES: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com google.com googleusercontent.com outlook.com outlook.jp hotmail.com hotmail.co.jp live.com ' +
    'live.jp msn.com yahoo.com yahoo.co.jp ymail.com icloud.com me.com mac.com aol.com protonmail.com proton.me gmx.com ' +
    'gmx.net mail.com mail.ru yandex.com yandex.ru zoho.com qq.com 163.com 126.com naver.com nifty.com ocn.ne.jp ' +
    'docomo.ne.jp softbank.ne.jp ezweb.ne.jp au.com biglobe.ne.jp so-net.ne.jp plala.or.jp sendgrid.net amazonses.com ' +
    'mailchimp.com windows.net azurewebsites.net sharepoint.com onedrive.com live.net office.com office365.com ' +
    'microsoft.com microsoftonline.com dropbox.com amazonaws.com cloudfront.net github.com github.io githubusercontent.com ' +
    'pages.dev workers.dev firebaseapp.com web.app bit.ly t.co tinyurl.com adobe.com docusign.net apple.com amazon.co.jp'
  ).split(' '),
)

export function isSharedService(domain: string): boolean {
  const labels = domain.split('.')
  return labels.some((_label, index) => SHARED_SERVICES.has(labels.slice(index).join('.')))
}

/**
 * What stands in the links, file names and subjects of many mails and is no word by its letters, or a number that
 * everybody writes. Nothing that is the same for every recipient can point at one.
 */
const USUAL_WORDS: ReadonlySet<string> = new Set(
  // Formats and programs of the web.
  (
    'www cdn php png jpg gif pdf xml xls txt tmp src img ssl tls vpn dns sms ftp htm xhr btn cfg lnk msg rss wps ' +
    'html xhtml dhtml shtml xmlns json jsonp aspx jspx phtml http https sftp smtp imap pop3 webp webm jpeg tiff docx docm xlsx xlsm pptx mjs scss ' +
    'gzip mp3 mp4 m4a m4v h264 h265 7z bz2 x64 x86 win32 utf8 utf16 base64 sha1 sha256 md5 js css css2 css3 html5 php5 php7 php8 ' +
    'xmlrpc phpmyadmin mysql pgsql cgi asp jwks oidc oauth oauth2 saml mtls uuid guid srcset tbody passwd mkdir tmpl unsub asmx ashx btns href attn ' +
    'msedge m365 o365 ms365 office365 microsoft365 outlook365 dhcp ldap ntlm ddns mbox pkcs gtld xmlhttp wpad mkt mktg img3 k8s s3 ec2 fedex ' +
    // Known to many by their letters alone.
    'jcb myjcb hsbc smbc mufg jcbc kddi jlpt ufjk dhl ebay paypay covid mfa2 2fa 3ds 2sv a4 a5 b2b b2c p2p 1st 2nd 3rd 4th 5th 24h 3d 4k 8k 5g ps5 etc2 etax eltax usps kyc ' +
    // Words whose letters seldom follow one another.
    'self skip skips avoid body width lazy axis already heavy fuzzy weird sweep goodbye acme slug okta bbox dummy skew jazz quiz ' +
    'news ajax mcafee jetzt softbank volksbank 2x 3x 1x know knee knife wrong wrist sword yacht okay enjoy hobby aqua plaza pizza czech psycho ' +
    'xbox lynx oxygen adobe aeon iphone eyes awkward rhythm zigzag buzz fizz jinx luxury exodus equifax lexus'
  ).split(' '),
)

/** Status codes of the web, ports, sizes of screens, round numbers. */
const USUAL_NUMBERS: ReadonlySet<string> = new Set(
  (
    '200 201 301 302 303 304 307 308 400 401 403 404 405 410 429 500 501 502 503 504 443 993 995 587 465 8000 8080 8443 8888 ' +
    '256 320 360 365 480 512 640 720 768 800 1024 1080 1200 1280 1920 2048 2160 3840 4096 247'
  ).split(' '),
)

export const isUsualWord = (small: string): boolean => USUAL_WORDS.has(small)

/** At most two digits, perhaps with noughts behind them, a year, or what is the same everywhere. */
export const isUsualNumber = (digits: string): boolean =>
  /^\d{1,2}0*$/u.test(digits) ||
  /^(?:19[5-9]|20[0-4])\d$/u.test(digits) ||
  USUAL_NUMBERS.has(digits)

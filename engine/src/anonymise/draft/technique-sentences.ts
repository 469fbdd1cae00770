import type { Bilingual } from '../../bilingual.ts'

/**
 * What a bulletin says of each technique: the trick alone, without any value from the mail.
 * The findings' own sentences quote the evidence and never leave the hub.
 */
export const TECHNIQUE_SENTENCES: Readonly<Record<string, Bilingual>> = {
  'reply-to': {
    ja: '差出人は実在する相手に見えますが、返信すると別のアドレスに届きます。',
    en: 'The sender looks like a real correspondent, but replies go to another address.',
  },
  'return-path': {
    ja: '不達の通知が無関係なアドレスに届くようにして、名をかたられた相手に気づかれないようにしています。',
    en: 'Bounces go to an unrelated address, so that the impersonated party does not notice.',
  },
  'cc-altered': {
    ja: '同報先に関係者の名前を並べていますが、アドレスが改変されており、本人には届きません。',
    en: 'Cc lists the right people, but with altered addresses, so that none of them is copied.',
  },
  'from-display': {
    ja: '差出人の表示名に実在の名前とアドレスを入れ、本当の送信元を見えにくくしています。',
    en: 'The display name shows a real name and address and hides where the mail comes from.',
  },
  executive: {
    ja: '経営者などの名をかたり、社外のアドレスから送られています。',
    en: 'The mail uses the name of an executive but comes from an outside address.',
  },
  lookalike: {
    ja: '実在するドメインとよく似た、偽のドメインを使っています。',
    en: 'The mail uses a false domain that closely resembles a real one.',
  },
  freemail: {
    ja: '会社の名前を詰め込んだ、無料メールサービスのアドレスを使っています。',
    en: 'The mail comes from a free mail address with a company’s name packed into it.',
  },
  'fresh-domain': {
    ja: '攻撃の直前に登録されたドメインを使っています。',
    en: 'The domain was registered just before the attack.',
  },
  'naming-rule': {
    ja: '送信元のアドレスが、一連の攻撃に共通する規則で名付けられています。',
    en: 'The sender’s address follows a naming rule common to a series of attacks.',
  },
  'recipient-in-sender': {
    ja: '送信元のアドレスに、受信者や受信した会社の名前を入れています。',
    en: 'The sender’s address holds the name of the recipient or the recipient’s company.',
  },
  'thread-hijack': {
    ja: '実際に交わされたメールを引用し、その続きを装っています。',
    en: 'The mail quotes a genuine conversation and poses as its continuation.',
  },
  receipts: {
    ja: '配送や開封の通知が攻撃者に届くように設定されています。',
    en: 'Delivery or read receipts are set to report back to the attacker.',
  },
  beacon: {
    ja: '開封したことが攻撃者に分かる、見えない画像を埋め込んでいます。',
    en: 'An invisible image tells the attacker that the mail was opened.',
  },
  auth: {
    ja: '送信元の認証（SPF、DKIM、DMARC）の結果が、名乗っている差出人と合いません。',
    en: 'The sender’s authentication (SPF, DKIM, DMARC) does not match the name it gives.',
  },
  'taken-account': {
    ja: '乗っ取られた正規のアカウントから送られています。差出人の認証は成功します。',
    en: 'The mail comes from a genuine account that was taken over; authentication succeeds.',
  },
  'payment-change': {
    ja: '振込先の変更や、訂正した請求書による支払いを求めています。',
    en: 'The mail asks for payment to a changed account or by a corrected invoice.',
  },
  pretext: {
    ja: '秘密の案件や時事の話題を口実にして、急いで対応させようとしています。',
    en: 'A confidential deal or a current topic serves as the pretext for quick action.',
  },
  'credential-phish': {
    ja: 'クラウドサービスなどの認証画面を装い、IDとパスワードの入力を求めています。',
    en: 'A false sign-in page asks for account name and password.',
  },
  'link-mismatch': {
    ja: '表示されているリンクと、実際の飛び先が異なります。',
    en: 'The link shows one place and leads to another.',
  },
  'icon-link': {
    ja: '添付ファイルのアイコンに見える画像が、リンクになっています。',
    en: 'A picture that looks like an attachment’s icon is a link.',
  },
  'genuine-host': {
    ja: '正規のクラウドサービスの上に、偽のページを置いています。',
    en: 'The false page is hosted on a genuine cloud service.',
  },
  'url-wrapped': {
    ja: 'リンクを検査サービスや転送用のURLで包み、本当の飛び先を見えにくくしています。',
    en: 'The link is wrapped in a scanning or redirecting service’s address and hides its true target.',
  },
  'recipient-in-url': {
    ja: 'リンクに、受信者を示す符号を入れています。',
    en: 'The link holds a code that points at the recipient.',
  },
  'remote-logo': {
    ja: '受信した会社のロゴを外部のサービスから読み込み、本物らしく見せています。',
    en: 'The recipient’s company logo is loaded from an outside service to look genuine.',
  },
  mojibake: {
    ja: '攻撃者の道具が日本語を扱えず、文字の一部が「?」になっています。',
    en: 'Some characters became “?”, because the attacker’s tool lost them.',
  },
  'public-profile': {
    ja: '公開されている経歴などの情報をもとに、文面を作っています。',
    en: 'The text is built from public profile data.',
  },
  'html-attachment': {
    ja: '添付のHTMLファイルが、偽のページを開くか、入力を攻撃者に送ります。',
    en: 'The attached HTML file opens a false page or sends what is typed to the attacker.',
  },
  'pdf-link': {
    ja: '添付のPDFファイルに、偽のページへのリンクがあります。',
    en: 'The attached PDF holds a link to a false page.',
  },
  macro: {
    ja: '添付のOfficeファイルが、マクロの実行を求めます。',
    en: 'The attached Office file asks to run macros.',
  },
  'office-exploit': {
    ja: 'Officeの弱点や外部参照の機能を悪用するファイルを添付しています。',
    en: 'The attachment abuses a weakness or an external reference of Office.',
  },
  'archived-exe': {
    ja: '圧縮ファイルの中に、実行できるファイルを入れています。',
    en: 'An archive holds a file that can be executed.',
  },
  msbuild: {
    ja: '開発用の正規の道具（MSBuild）を使って、不正なコードを実行します。',
    en: 'A genuine developer tool (MSBuild) is used to run hostile code.',
  },
  task: {
    ja: 'タスクスケジューラを使って、繰り返し実行されるようにします。',
    en: 'The task scheduler is used to run hostile code again and again.',
  },
  'dll-hijack': {
    ja: 'Windowsの部品と同じ名前のDLLを置き、正規のプログラムに読み込ませます。',
    en: 'A DLL named like a part of Windows is loaded by a genuine program.',
  },
  'embedded-payload': {
    ja: 'ファイルの中に、符号化した不正なプログラムを隠しています。',
    en: 'An encoded hostile program is hidden inside a file.',
  },
  'web-probe': {
    ja: 'ウェブサイトに対して、弱点や設定ファイルを探る通信を行っています。',
    en: 'A web site is probed for weaknesses and configuration files.',
  },
  'fake-site': {
    ja: '実在するウェブサイトを写した偽のサイトを、別のドメインで公開しています。',
    en: 'A copy of a real web site is published under another domain.',
  },
  'browser-notify': {
    ja: 'ブラウザの通知の機能を使って、偽の警告を表示します。',
    en: 'False warnings are shown through browser notifications.',
  },
  tor2web: {
    ja: '匿名通信網（Tor）の中継サイトへのリンクがあります。',
    en: 'A link leads to a gateway into the Tor network.',
  },
  'share-link': {
    ja: '外部の共有フォルダーを開かせ、Windowsの認証情報を攻撃者のサーバに送らせます。',
    en: 'A link opens a share outside, so that Windows sends its credentials to the attacker’s server.',
  },
  'qr-link': {
    ja: 'リンクをQRコードの画像にして、文字を調べるフィルターを避け、スマートフォンで偽のページを開かせます。',
    en: 'The link is a picture of a QR code: filters do not read it, and the page opens on a phone.',
  },
  'hub-rule': {
    ja: 'ハブが登録した検知ルールに、メールまたは添付ファイルが一致しています。',
    en: 'The mail or a file in it meets a rule of the hub.',
  },
}

/** For a technique that has no sentence yet. */
export const UNSAID: Bilingual = {
  ja: 'この手口が使われています。',
  en: 'This technique was used.',
}

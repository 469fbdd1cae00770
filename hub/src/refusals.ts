import type { Bilingual } from 'contract/common'

interface RefusalForm {
  readonly status: 400 | 401 | 403 | 404 | 408 | 409 | 410 | 413 | 415 | 421 | 422 | 429 | 503 | 507
  readonly say: Bilingual
}

/** Everything the hub may politely refuse, in one place: the code clients see, the status, the sentence. */
export const REFUSALS = {
  'not-found': {
    status: 404,
    say: {
      ja: '見つかりません。存在しないか、閲覧できない情報です。',
      en: 'This does not exist, or you may not see it.',
    },
  },
  'restricted-by-other': {
    status: 409,
    say: {
      ja: '提供元が閲覧を限っています。解除できるのは提供元の連絡担当だけです。',
      en: 'Its provider wants it restricted. Only a contact of the provider can lift that.',
    },
  },
  'came-lately': {
    status: 403,
    say: {
      ja: 'この1週間に加わった人や役割が変わった人は、閲覧を限れません。ほかの人に頼んでください。',
      en: 'Whoever came or got further roles within this week restricts nothing. Ask somebody else to.',
    },
  },
  'let-in-reads-only': {
    status: 403,
    say: {
      ja: '期間を限って閲覧を許可された人は、閲覧限定の設定や解除、ほかの人の許可はできません。',
      en: 'Whoever was let in until a day neither restricts nor lifts, and lets nobody else in.',
    },
  },
  'restricted-stays-apart': {
    status: 409,
    say: {
      ja: '提供元が閲覧を限っている情報提供は、ほかの組織の情報提供と同じ事案には入れられません。',
      en: 'What its provider restricts stays in a case apart from what others leave open.',
    },
  },
  'closed-part': {
    status: 409,
    say: {
      ja: 'この共有文には、いまあなたに閲覧が限られている情報提供がかかわっています。訂正するには、その情報提供の閲覧を申請してください。取下げはできます。',
      en: 'A submission that is restricted to others has a part in this text. To correct it, ask to be let in to that; to take it back needs no more.',
    },
  },
  'not-restricted': {
    status: 409,
    say: { ja: '閲覧は限られていません。', en: 'It is not restricted.' },
  },
  'brought-in-lately': {
    status: 409,
    say: {
      ja: 'この1週間に、あなたか申請した人の一方が他方のアカウントを作ったか役割を加えたか、同じ人が二人のアカウントを作ったか役割を加えています。別の人が答えてください。',
      en: 'Within this week one of you two let the other in or raised them, or one person did so to both. Somebody else has to answer.',
    },
  },
  'admission-waits': {
    status: 409,
    say: {
      ja: 'すでに閲覧を申請しています。担当者か管理者の返事を待ってください。',
      en: 'You have asked already. Somebody in charge of it or an administrator answers.',
    },
  },
  'quarter-running': {
    status: 409,
    say: {
      ja: 'この四半期はまだ終わっていません。終わってから公表してください。',
      en: 'This quarter is not over yet. Publish it when it is.',
    },
  },
  'breakdown-published': {
    status: 409,
    say: {
      ja: 'この四半期の内訳は公表済みです。あとの訂正で一組織の件数が分からないよう、公表は一度だけです。',
      en: 'The breakdown of this quarter is published. It is published once, so that a later correction cannot show what one organisation provided.',
    },
  },
  'name-taken': {
    status: 409,
    say: {
      ja: 'この名前はすでに使われています。別の名前を付けてください。',
      en: 'This name is in use already. Please choose another.',
    },
  },
  'too-many-rules': {
    status: 409,
    say: {
      ja: '使用中のルールの合計が8 MBを超えます。使わないルールを停止するか、削除してください。',
      en: 'Rules in use would exceed 8 MB in sum. Stop or remove some that are not needed.',
    },
  },
  'no-domain-in-record': {
    status: 422,
    say: {
      ja: 'ドメイン名を読み取れませんでした。WHOISの文章かRDAPの回答を、そのまま貼り付けてください。',
      en: 'No domain name could be read. Paste the WHOIS text or the RDAP answer as it is.',
    },
  },
  'no-answer-in-text': {
    status: 422,
    say: {
      ja: 'DNSの回答を読み取れませんでした。名前の付いた行（digの出力やゾーンファイルの行）を、そのまま貼り付けてください。',
      en: 'No DNS answer could be read. Paste lines that carry a name, the output of dig or lines of a zone file, as they are.',
    },
  },
  'day-out-of-range': {
    status: 422,
    say: {
      ja: '起きた日・見た日には、1990年から明日までの日付を入力してください。',
      en: 'Something can have happened, or been seen, only from 1990 until tomorrow. Please correct the day.',
    },
  },
  'day-to-come': {
    status: 422,
    say: {
      ja: '回答を得た日が、今日より後になっています。',
      en: 'The day of the answer lies in the future.',
    },
  },
  'too-many-answers': {
    status: 409,
    say: {
      ja: 'DNSの回答が20,000件を超えます。使わないものを削除してください。',
      en: 'There would be more than 20,000 DNS answers. Remove some that are not needed.',
    },
  },
  'last-contact': {
    status: 409,
    say: {
      ja: 'この組織の最後の連絡担当です。承認できる人がいなくなります。先に別の連絡担当を招待するか、承知のうえで続けてください。',
      en: 'This is the organisation’s last contact; nobody could approve for it. Invite another first, or go on knowingly.',
    },
  },
  'sign-in-required': {
    status: 401,
    say: { ja: 'サインインしてください。', en: 'Please sign in.' },
  },
  'sign-in-failed': {
    status: 401,
    say: {
      ja: 'サインインできませんでした。入力内容を確認してください。',
      en: 'Sign-in did not succeed. Please check what you entered.',
    },
  },
  'identity-unknown': {
    status: 401,
    say: {
      ja: 'このアカウントは、まだ結び付けられていません。招待リンク・パスキー・パスワードで入り、設定の画面で結び付けてください。',
      en: 'This account is not linked yet. Sign in by invitation, passkey or password and link it in the settings.',
    },
  },
  'sign-in-service-away': {
    status: 503,
    say: {
      ja: '外部のサインインサービスから応答がありません。パスキーかパスワードで入れます。',
      en: 'The sign-in service does not answer. You can still sign in by passkey or password.',
    },
  },
  'second-factor-required': {
    status: 403,
    say: {
      ja: 'パスキーまたは認証アプリを登録してから続けてください。',
      en: 'Register a passkey or an authenticator app before you continue.',
    },
  },
  'step-up-required': {
    status: 403,
    say: {
      ja: 'この操作の前に、パスキーか認証アプリでもう一度本人確認をしてください。',
      en: 'Confirm once more that it is you, by passkey or authenticator app, before you do this.',
    },
  },
  'proof-failed': {
    status: 403,
    say: {
      ja: '確認できませんでした。新しく表示された6桁で、もう一度お試しください。',
      en: 'This could not be confirmed. Please try again with the next six digits.',
    },
  },
  'role-required': {
    status: 403,
    say: {
      ja: 'この操作を行う権限がありません。',
      en: 'Your role does not allow this.',
    },
  },
  'scope-required': {
    status: 403,
    say: {
      ja: 'このトークンにはこの操作の権限がありません。',
      en: 'This token does not carry the scope for this.',
    },
  },
  'link-spent': {
    status: 410,
    say: {
      ja: 'このリンクは使用済みか、期限が切れています。新しいリンクを依頼してください。',
      en: 'This link has been used or has expired. Please ask for a new one.',
    },
  },
  'recovery-waits': {
    status: 403,
    say: {
      ja: 'このリンクは、ハブのもう一人の確認を待っています。確認が済んでから、もう一度開いてください。回復コードがあれば、いますぐ入れます。',
      en: 'This link waits until a second person at the hub confirms it. Open it again then, or use a recovery code now.',
    },
  },
  'nobody-to-confirm': {
    status: 409,
    say: {
      ja: '回復にはもう一人の管理者か責任者の確認が要りますが、確認できる人がいません（この1週間にあなたが招待した人、あなたを招待した人、同じ人に招待された人などは確認できません）。ハブのサーバーで noroshi break-glass を実行してください。',
      en: 'A recovery needs another administrator or lead to confirm it, and there is none (whom you let in within a week, who let you in, and whom the same person let in do not count). Use noroshi break-glass on the machine of the hub.',
    },
  },
  'another-must-confirm': {
    status: 403,
    say: {
      ja: '始めた人と本人は確認できません。始めた人がこの1週間に招待した人、始めた人を招待した人、同じ人に招待された人なども同じです。別の管理者か責任者に依頼してください。',
      en: 'Neither who began this nor the person it is about can confirm it, nor can anybody whom the former let in within a week, who let them in, or whom the same person let in. Ask another administrator or lead.',
    },
  },
  'another-must-acknowledge': {
    status: 403,
    say: {
      ja: '非常用サインインリンクで入った人と、そのあとに加わった人は、理由を記録できません。以前からの管理者に依頼してください。',
      en: 'Neither whom an emergency link was made for nor whoever joined afterwards can give the reason. Ask an administrator from before.',
    },
  },
  'last-factor': {
    status: 409,
    say: {
      ja: '最後のサインイン手段は削除できません。先に別の手段を登録してください。',
      en: 'The last way to sign in cannot be removed. Register another one first.',
    },
  },
  'last-administrator': {
    status: 409,
    say: {
      ja: '最後の管理者は無効にできません。先に別の管理者を登録してください。',
      en: 'The last administrator cannot be disabled. Register another one first.',
    },
  },
  'address-taken': {
    status: 409,
    say: {
      ja: 'このメールアドレスはすでに登録されています。',
      en: 'This e-mail address is registered already.',
    },
  },
  'address-not-own': {
    status: 409,
    say: {
      ja: 'このメールアドレスには、自組織からは招待を作れません。ハブが自組織のものと確認したドメインのアドレスだけを招待できます。それ以外はハブに依頼してください。',
      en: 'Your organisation cannot invite this address. Only addresses at domains that the hub has confirmed for you can be invited; ask the hub for others.',
    },
  },
  'domain-of-others': {
    status: 409,
    say: {
      ja: 'このドメインは、ほかの組織（またはハブ）のものとして確認されているか、ほかの利用者のアドレスに使われています。',
      en: 'This domain is confirmed for another organisation, or somebody outside this one has an address at it.',
    },
  },
  'own-account': {
    status: 409,
    say: {
      ja: '自分の利用は止められません。ほかの連絡担当かハブに依頼してください。',
      en: 'You cannot shut yourself out. Ask another contact or the hub.',
    },
  },
  'own-roles': {
    status: 409,
    say: {
      ja: '自分の役割は変えられません。別の管理者に依頼してください。ほかに管理者がいなければ、ハブのサーバーで noroshi break-glass を実行してください。',
      en: 'Nobody changes their own roles. Ask another administrator; if there is none, use noroshi break-glass on the machine of the hub.',
    },
  },
  'roles-by-own-hand': {
    status: 409,
    say: {
      ja: 'この1週間に自分を招待したり役割を変えたりした人には、役割を加えられません（間に別の人をはさんだ場合も同じです）。別の管理者に依頼してください。',
      en: 'You cannot give a role to somebody who let you in or raised you within a week, directly or by way of others. Ask another administrator.',
    },
  },
  'shut-by-hub': {
    status: 409,
    say: {
      ja: 'ハブが利用を止めた人です。再開はハブに依頼してください。',
      en: 'The hub has shut this person out. Ask the hub to let them in again.',
    },
  },
  'invitation-used': {
    status: 409,
    say: {
      ja: 'この人はすでにサインインしたことがあるか、利用を止められています。サインインできなくなったときは、ハブに依頼してください。',
      en: 'This person has signed in before or is shut out. If they have lost their way in, ask the hub.',
    },
  },
  'too-many-people': {
    status: 409,
    say: {
      ja: '1つの組織の利用者は200人までです。',
      en: 'An organisation has at most 200 people with an account.',
    },
  },
  'weak-password': {
    status: 422,
    say: {
      ja: 'パスワードが推測されやすいため使用できません。別のものにしてください。',
      en: 'This password is too easy to guess. Please choose another.',
    },
  },
  'slow-down': {
    status: 429,
    say: {
      ja: '試行が多すぎます。しばらく待ってからやり直してください。',
      en: 'Too many attempts. Please wait a moment and try again.',
    },
  },
  'too-many-requests': {
    status: 429,
    say: {
      ja: '短い時間に要求が多すぎます。少し待つと、続けられます。',
      en: 'Too many requests in a short time. Wait a moment and go on.',
    },
  },
  'intake-full-today': {
    status: 429,
    say: {
      ja: '1日に受け付けられる量に達しました。受け付けたものは、すべて残っています。日付が変わると（日本時間）、また受け付けます。',
      en: 'This is as much as one organisation can hand in on one day. What was accepted is kept. Tomorrow, Japan time, there is room again.',
    },
  },
  'mail-full-today': {
    status: 429,
    say: {
      ja: '本日メールで受け付けられる量の上限に達しました。時間をおいて送り直すか、Webから提供してください。',
      en: 'The hub takes in no more mail today. Send it again later, or upload on the web.',
    },
  },
  'intake-full': {
    status: 507,
    say: {
      ja: '組織ごとの保存量の上限に達しました。受け付けたものは、すべて残っています。ハブに連絡してください。',
      en: 'Your organisation has handed in as much as the hub keeps for one. What was accepted is kept. Please ask the hub for more room.',
    },
  },
  'request-unfit': {
    status: 400,
    say: {
      ja: '送信された内容の形式が正しくありません。',
      en: 'The request does not have the expected form.',
    },
  },
  'too-slow': {
    status: 408,
    say: {
      ja: '送信に時間がかかりすぎたため、受け付けませんでした。もう一度お試しください。',
      en: 'Sending took too long, so nothing was taken in. Please try again.',
    },
  },
  'drafting-busy': {
    status: 503,
    say: {
      ja: 'ほかの大きな事案の文面を作っているため、まだ始められません。文面と回答はそのままです。1分ほど待ってから、もう一度お試しください。',
      en: 'Texts of other large cases are being made, so this one has to wait. Nothing was changed. Please try again in a minute.',
    },
  },
  'draft-took-too-long': {
    status: 503,
    say: {
      ja: 'この事案の文面を作るのに時間がかかりすぎたため、途中でやめました。これまでの文面と回答はそのままです。2分ほど待ってから、もう一度お試しください。繰り返すときは、共有情報が下書きか検査済みの間に、事案の「分ける・まとめる」で、長いメールを含む情報提供を別の事案に分けてください。',
      en: 'Making the text of this case took too long and was given up. The text and its answers are as before. Please try again in two minutes; if it happens again, move the submissions with long mails to another case by “Split or merge”, while the bulletin is a draft or checked.',
    },
  },
  'case-too-large': {
    status: 409,
    say: {
      ja: 'この事案には、1つの文面で読み切れない量の情報提供があります。これまでの文面と回答はそのままです。事案の「分ける・まとめる」で、情報提供の一部を別の事案に分けてください（共有情報が回答待ちか承認済みのときは、文面を直して下書きに戻してから）。1通のメールだけで読み切れないときは、そのメールから文面は作れません。',
      en: 'This case holds more than can be read for one text. The text and its answers are as before. Move some of its submissions to another case by “Split or merge”; where the bulletin waits for answers or is approved, edit its text first, which makes it a draft again. If one mail alone is too much, no text can be made from it.',
    },
  },
  'too-large': {
    status: 413,
    say: { ja: 'データが大きすぎます。', en: 'This is too large.' },
  },
  'not-same-origin': {
    status: 403,
    say: {
      ja: '別のサイトからの操作は受け付けません。',
      en: 'Requests from another site are not accepted.',
    },
  },
  'edited-meanwhile': {
    status: 409,
    say: {
      ja: '別の人が先に変更しました。最新の内容を確認してください。',
      en: 'Somebody else changed this first. Please look at the newest version.',
    },
  },
  conflict: {
    status: 409,
    say: {
      ja: '同じものがすでにあるため、実行できません。',
      en: 'This already exists, so the request cannot be carried out.',
    },
  },
  outage: {
    status: 503,
    say: {
      ja: 'ただいま一時的に利用できません。少し待ってからやり直してください。',
      en: 'The service is briefly unavailable. Please try again shortly.',
    },
  },
  'storage-full': {
    status: 507,
    say: {
      ja: '保存領域が不足しているため、受け付けられません。',
      en: 'There is no room left to store this, so it was not accepted.',
    },
  },
  'already-changed': {
    status: 409,
    say: {
      ja: '別の人が先に操作しました。最新の状態を確認してください。',
      en: 'Somebody else acted first. Please look at the present state.',
    },
  },
  'not-in-this-state': {
    status: 409,
    say: {
      ja: 'いまの状態ではこの操作はできません。',
      en: 'This cannot be done in the present state.',
    },
  },
  'file-empty': {
    status: 422,
    say: {
      ja: 'ファイルが空です。内容のあるファイルを選んでください。',
      en: 'The file is empty. Please choose a file with content.',
    },
  },
  'upload-cut-short': {
    status: 400,
    say: {
      ja: '送信が途中で切れたため、受け付けていません。同じキーでもう一度送ってください。',
      en: 'The upload broke off, so nothing was accepted. Please send it again with the same key.',
    },
  },
  'key-unfit': {
    status: 400,
    say: {
      ja: 'Idempotency-Key ヘッダーに16～100文字のキーを付けてください。',
      en: 'Please send an Idempotency-Key header of 16 to 100 characters.',
    },
  },
  'key-used-otherwise': {
    status: 409,
    say: {
      ja: 'このキーは別の内容ですでに使われています。新しいキーで送ってください。',
      en: 'This key was used for other content. Please send this with a new key.',
    },
  },
  'provider-missing': {
    status: 422,
    say: {
      ja: '提供元の種類と組織が合っていません。組織を選ぶか、種類を選び直してください。',
      en: 'The kind of provider and the organisation do not fit. Please choose an organisation or another kind.',
    },
  },
  'sender-unknown': {
    status: 403,
    say: {
      ja: '登録された連絡担当のメールアドレスから送ってください。',
      en: 'Please send from the registered address of a contact.',
    },
  },
  'too-many-files': {
    status: 409,
    say: {
      ja: 'この情報提供にはこれ以上ファイルを追加できません。新しい情報提供として送ってください。',
      en: 'This submission cannot take more files. Please send this as a new submission.',
    },
  },
  'lane-closed': {
    status: 409,
    say: {
      ja: '技術情報だけの共有の条件を満たさなくなったため、共有していません。提供元に承認を求めるか、条件を確認してください。',
      en: 'The conditions for sharing technical information alone are no longer met, so nothing was shared. Ask the providers, or look at the conditions.',
    },
  },
  'approval-stays-on': {
    status: 422,
    say: {
      ja: '技術情報を承認なしで共有する取り決めのあるグループがないか、組織として毎回の確認を求めているため、事前の確認は省略できません。',
      en: 'None of these groups lets technical information go without approval, or your organisation wants to be asked each time: approval first cannot be switched off.',
    },
  },
  'text-too-long': {
    status: 409,
    say: {
      ja: '許可された値を入れると、文面に載せられる数を超えます。載せなくてよい行を消してから、もう一度検査してください。',
      en: 'With the values that were permitted the text holds more than it may. Take out lines that are not needed, and check again.',
    },
  },
  'codes-needed': {
    status: 409,
    say: {
      ja: '以前の版で保存された項目に、コードではない語句が残っています。該当する項目を直すか削除してから進めてください。',
      en: 'Something stored by an earlier version holds words where a code belongs. Change or remove it before going on.',
    },
  },
  'questions-open': {
    status: 409,
    say: {
      ja: '未回答の質問があります。すべてに答えてから検査してください。',
      en: 'Some questions are still open. Please answer all of them before the check.',
    },
  },
  'no-audience': {
    status: 409,
    say: {
      ja: '共有先のグループを選んでください。',
      en: 'Please choose the groups to share with.',
    },
  },
  'case-without-mail': {
    status: 409,
    say: {
      ja: '解析の済んだメールやアクセスログがないため、文面を作れません。',
      en: 'There is no analysed mail or access log in this case to write about.',
    },
  },
  'beyond-wishes': {
    status: 409,
    say: {
      ja: '提供元の希望を超えています。範囲を狭めるか、希望を超える許可を求めてください。',
      en: 'This goes beyond the wishes of the providers. Narrow it, or ask them for more explicitly.',
    },
  },
  'due-date-past': {
    status: 422,
    say: {
      ja: '回答期限には、これから先の日時を指定してください。',
      en: 'The due date must lie in the future.',
    },
  },
  'lead-approves': {
    status: 403,
    say: {
      ja: '承認を求める相手がいない文面は、責任者が承認します。',
      en: 'There is no provider to ask; a hub lead approves this text.',
    },
  },
  'approval-overdue': {
    status: 409,
    say: {
      ja: '回答期限を過ぎたため、共有していません。ハブからもう一度お願いすることがあります。',
      en: 'The due date has passed, so nothing was shared. The hub may ask again.',
    },
  },
  'contact-too-new': {
    status: 403,
    say: {
      ja: 'ハブが登録した連絡担当は、24時間のあいだ、組織を代表する操作（承認、署名、公開範囲を広げること、共有の取り下げの求め、登録の取り除き、トークンの作成、ほかの人のトークンの無効化など）ができません。以前からの連絡担当の方が「組織」の画面で確認すると、すぐにできます。役割を変えて連絡担当になった人は、以前からの連絡担当か、ハブの別の管理者・責任者が確認するまでできません。',
      en: 'A contact added by the hub cannot act for the organisation for 24 hours (approve, sign, let more out, ask to take back what was shared, take out of the register, make tokens or revoke those of others), unless a contact from before confirms them on the page of the organisation. Whoever became a contact by a change of roles waits until such a contact, or a second administrator or lead of the hub, confirms it.',
    },
  },
  'approval-answered': {
    status: 409,
    say: {
      ja: 'この承認のお願いには、もう答えられません。',
      en: 'This request can no longer be answered.',
    },
  },
  'second-person-needed': {
    status: 403,
    say: {
      ja: 'この文面を書いたり直したりした人は共有できません。その人をこの1週間に招待した人、その人に招待された人、同じ人に招待された人も同じです。別の責任者に依頼してください。',
      en: 'Whoever wrote or changed this text cannot release it, nor can somebody who let such a person in within a week, was let in by one, or was let in by the same person. Ask another lead.',
    },
  },
  'audience-changed': {
    status: 409,
    say: {
      ja: '共有先の組織が変わりました。確認し直してください。',
      en: 'The organisations it would reach have changed. Please look again.',
    },
  },
  'red-not-shared': {
    status: 409,
    say: {
      ja: 'TLP:RED は名指しした個人だけに限る区分です。グループには共有できません。より広い区分でよいか、提供元に尋ねてください。',
      en: 'TLP:RED is for named persons only and goes to no group. Ask the provider whether a wider label is acceptable.',
    },
  },
  'nobody-to-permit': {
    status: 409,
    say: {
      ja: '会員でない提供元の希望を超えています。許可を尋ねる相手がいないため、希望の範囲に収めてください。',
      en: 'This goes beyond the wishes of a provider outside the community, who cannot be asked here. Stay within them.',
    },
  },
  'release-too-soon': {
    status: 409,
    say: {
      ja: '指定した時刻は早すぎます。取り消せる時間を置いて、30日以内の時刻を指定してください。',
      en: 'This moment is too soon. Choose one after the time to cancel is over, and within 30 days.',
    },
  },
  'release-not-ordered': {
    status: 409,
    say: {
      ja: '取り消せる共有はありません。すでに共有されたか、止められています。',
      en: 'There is nothing to cancel: it has been shared already, or was stopped.',
    },
  },
  'approval-missing': {
    status: 409,
    say: {
      ja: 'この文面とこの共有先への承認が、提供元からそろっていません。',
      en: 'Not every provider has approved this text for this audience.',
    },
  },
  'approval-taken-back': {
    status: 409,
    say: {
      ja: '提供元が承認を取り消したため、共有を止めました。文面を下書きに戻しました。',
      en: 'A provider took its approval back, so nothing was shared. The text is a draft again.',
    },
  },
  'text-edited': {
    status: 409,
    say: {
      ja: '文面が変わったため、共有を止めました。もう一度、検査と承認が必要です。',
      en: 'The text was changed, so nothing was shared. It needs the check and the approvals again.',
    },
  },
  'orderer-left': {
    status: 409,
    say: {
      ja: '共有を指示した人が責任者でなくなったため、共有を止めました。',
      en: 'Whoever ordered the release is no longer a hub lead, so nothing was shared.',
    },
  },
  'release-failed': {
    status: 409,
    say: {
      ja: '共有の処理に繰り返し失敗したため、共有を止めました。承認は有効です。もう一度共有を指示できます。',
      en: 'Sharing it failed again and again, so nothing was shared. The approvals hold: you can order its release once more.',
    },
  },
  'leak-found': {
    status: 409,
    say: {
      ja: '提供元の名残が見つかったため、共有を止めました。文面を下書きに戻しました。',
      en: 'A trace of a provider was found, so nothing was shared. The text is a draft again.',
    },
  },
  'weak-traces-open': {
    status: 409,
    say: {
      ja: 'ふつうの言葉でもある提供元の呼び名が文面にあります。ひとつずつ確かめると、先へ進めます。',
      en: 'The text holds ordinary words that are also names of a provider. Confirm each of them to go on.',
    },
  },
  'wishes-narrowed': {
    status: 409,
    say: {
      ja: '承認のあとで提供元の希望が狭められたか、共有先のグループが小さくなったため、共有を止めました。文面を下書きに戻しました。',
      en: 'Since the approval a provider has narrowed its wishes or a group has become too small, so nothing was shared. The text is a draft again.',
    },
  },
  'value-names-another': {
    status: 409,
    say: {
      ja: '許可を求める値から、その値を提供していない別の組織が分かります。尋ねると提供元が知られるため、許可を求められません。型で示すか省いてください。',
      en: 'A value to be permitted tells of an organisation whose own evidence does not hold it. To ask would tell it who provided, so show the value as a pattern or leave it out.',
    },
  },
  'value-unheld': {
    status: 409,
    say: {
      ja: '許可を求める値が、会員でない提供元の情報だけに含まれています。尋ねる相手がいないため、型で示すか省いてください。',
      en: 'A value to be permitted comes only from a provider outside the community, who cannot be asked here. Show it as a pattern or leave it out.',
    },
  },
  'value-unpermitted': {
    status: 409,
    say: {
      ja: '提供元の許可がない値が、文面に書き込まれています（書き方を変えたものも含みます）。文面から消すか、質問で「許可を得て出す」を選び、許可を得てください。',
      en: 'A value stands in the text, perhaps written in another way, that no provider has permitted. Take it out, or answer its question with “Publish with the provider’s permission” and ask.',
    },
  },
  'permissions-changed': {
    status: 409,
    say: {
      ja: '値の許可の状況が、検査のあとで変わりました。もう一度検査すると、文面に反映されます。',
      en: 'What may stand in the text has changed since it was checked. Check it again, and the text follows.',
    },
  },
  'value-unticked': {
    status: 409,
    say: {
      ja: '許可していない値が文面に残っています。すべてに許可の印を付けるか、直しを求めてください。',
      en: 'The text holds values that you have not ticked. Tick each of them, or ask for changes.',
    },
  },
  'withdrawal-asked': {
    status: 409,
    say: {
      ja: '取り下げは、もう求めてあります。ハブの回答をお待ちください。',
      en: 'You have asked for this already. Please wait for the hub’s answer.',
    },
  },
  'unasked-goes-back': {
    status: 409,
    say: {
      ja: '承認なしで共有したものは、提供元の求めがあれば残せません。取り下げてください。',
      en: 'What was shared without approval cannot stay against its provider’s will. Please withdraw it.',
    },
  },
  'message-names-provider': {
    status: 409,
    say: {
      ja: '書いた言葉に、ほかの提供元の名残があります。書き直してください。',
      en: 'What you wrote holds a trace of another provider. Please write it differently.',
    },
  },
  'narrower-than-before': {
    status: 409,
    say: {
      ja: '訂正は、前の版が届いた全員に届く必要があります。共有先を減らせません。',
      en: 'A correction must reach everybody who got the earlier version. No group may be left out.',
    },
  },
  'release-corrected': {
    status: 409,
    say: {
      ja: 'この版は訂正されました。新しい版から取り出してください。',
      en: 'This version was corrected. Please take the file from the newer one.',
    },
  },
  'not-in-this-form': {
    status: 409,
    say: {
      ja: 'この共有情報は画面での閲覧だけに限られています。',
      en: 'This bulletin is for reading on screen only.',
    },
  },
  'already-member': {
    status: 409,
    say: {
      ja: 'この組織はすでにこのグループに参加しています。',
      en: 'This organisation is in the group already.',
    },
  },
  'leave-before-join': {
    status: 422,
    say: {
      ja: '脱退日は参加日より後の日にしてください。',
      en: 'The day of leaving must be after the day of joining.',
    },
  },
  'vault-changed': {
    status: 409,
    say: {
      ja: '読み込んだあとに、別の人が同じ項目を変更しました。上書きしていません。最新の内容を確かめて、もう一度保存してください。',
      en: 'Somebody else changed the same list after you read it. Nothing was overwritten. Look at what stands now and save again.',
    },
  },
  'vault-unread': {
    status: 409,
    say: {
      ja: '登録から項目を取り除くには、読み込んだ版の番号（revision）を付けて送ってください。何も変更していません。',
      en: 'Taking something out needs the revision that was read. Nothing was changed.',
    },
  },
  'only-adding': {
    status: 403,
    say: {
      ja: '参加組織の登録から項目を取り除けるのは、その組織の連絡担当か、ハブの管理者・責任者だけです。追加はできます。',
      en: 'Only the organisation’s own contact, or an administrator or lead of the hub, takes something out of its register. You can add to it.',
    },
  },
  'domain-unfit': {
    status: 422,
    say: {
      ja: 'ドメイン名として読めないものがあります。example.jp のような形で入力してください。',
      en: 'One of these is not a domain name. Please write it like example.jp.',
    },
  },
  'undo-in-the-way': {
    status: 409,
    say: {
      ja: 'この後に行われた変更が残っているため、元に戻せません。新しい変更から順に元に戻してください。',
      en: 'Later changes stand in the way. Please undo the newer ones first.',
    },
  },
  'bulletin-in-work': {
    status: 409,
    say: {
      ja: 'この事案から作成中の共有情報があるため、これはできません。先に共有情報を仕上げてください。情報提供を別の事案に分けることは、共有情報が下書きか検査済みの間はできます（文面を直すと下書きに戻ります）。',
      en: 'A bulletin is being made from this case, so this has to wait until it is shared. Submissions can be split off while the bulletin is a draft or checked; editing its text makes it a draft again.',
    },
  },
  'case-closed': {
    status: 409,
    say: {
      ja: 'この事案は終了しています。先に再開してください。',
      en: 'This case is closed. Reopen it first.',
    },
  },
  'case-merged': {
    status: 409,
    say: {
      ja: 'この事案は別の事案に統合されています。統合先で操作するか、統合を元に戻してください。',
      en: 'This case was merged into another. Work in that one, or undo the merge.',
    },
  },
  'submission-in-other-case': {
    status: 409,
    say: {
      ja: 'すでに別の事案に入っている情報提供があります。先にその事案から分けてください。',
      en: 'One of these submissions belongs to another case. Split it off there first.',
    },
  },
  'split-leaves-nothing': {
    status: 422,
    say: {
      ja: '分けた後に少なくとも1件は元の事案に残してください。',
      en: 'At least one submission must stay in the case.',
    },
  },
  'not-staff': {
    status: 422,
    say: {
      ja: '担当にできるのはハブの職員だけです。',
      en: 'Only people of the hub can be given this.',
    },
  },
  'figures-unfit': {
    status: 422,
    say: {
      ja: '四半期が重複しているか、※2の件数が共有件数を上回っています。',
      en: 'A quarter is given twice, or ※2 exceeds the bulletins shared.',
    },
  },
  'reason-names-provider': {
    status: 409,
    say: {
      ja: '理由の文に提供元の名残があります。書き直してください。',
      en: 'The reason holds a trace of a provider. Please write it differently.',
    },
  },
  'reason-names-unknown': {
    status: 409,
    say: {
      ja: '理由の文に、だれかの名前、番号、アドレスとみられる語があります。書き直すか、出してよいことを確かめてください。',
      en: 'The reason holds what may be somebody’s name, number or address. Write it differently, or confirm that it may go out.',
    },
  },
  'trace-in-text': {
    status: 409,
    say: {
      ja: '文面に提供元の名残があるため、送り出す形を作れません。',
      en: 'The text holds a trace of a provider, so it has no outgoing form yet.',
    },
  },
} as const satisfies Record<string, RefusalForm>

export type RefusalCode = keyof typeof REFUSALS

/** The sentence of a code that was kept, nothing when the code is no longer known. */
export function findSentence(code: string | undefined): Bilingual | undefined {
  return Object.entries(REFUSALS).find(([known]) => known === code)?.[1].say
}

interface RefusedPlace {
  readonly path: string
  readonly say: string
}

interface RefusalOptions {
  readonly cause?: unknown
  readonly retryAfterSeconds?: number
  readonly places?: readonly RefusedPlace[]
}

/** An expected "no": the caller's turn. Rendered in one place as problem+json. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  /** Seconds after which trying again makes sense. */
  readonly retryAfterSeconds: number | undefined
  /** What of the request is meant, by its place; a value only where whoever asks reads it anyway. */
  readonly places: readonly RefusedPlace[] | undefined

  constructor(code: RefusalCode, options: RefusalOptions = {}) {
    super(REFUSALS[code].say.en, options.cause === undefined ? {} : { cause: options.cause })
    this.code = code
    this.retryAfterSeconds = options.retryAfterSeconds
    this.places = options.places
  }
}

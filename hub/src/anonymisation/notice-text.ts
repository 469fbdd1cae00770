import type { Bilingual, Language, Tlp } from 'contract/common'
import { TLP_RULES } from './tlp-rules.ts'

/** Every kind of notice, in the order of their coming; the outbox takes no other. */
export const NOTICE_KINDS = [
  'released',
  'corrected',
  'withdrawn',
  'approval-asked',
  'approval-reminder',
  'receipt',
  'contact-changed',
  'vault-changed',
  'recovery-code-used',
  'break-glass-opened',
  'withdrawal-answered',
  'lane-changed',
  'shared-unasked',
  'agreement-ending',
  'somebody-let-in',
  'own-recovery-begun',
  'own-recovery-confirmed',
  'staff-recovery-begun',
  'staff-changed',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** What a notice may say: a label, a number, a title and a link, never content. */
export interface NoticeFacts {
  readonly kind: NoticeKind
  /** Absent where it is about no bulletin. */
  readonly number?: string
  /** Only of a released text whose label lets a mail name it. */
  readonly title?: Bilingual
  readonly tlp?: Tlp
}

const SUBJECTS: Readonly<Record<NoticeKind, Bilingual>> = {
  released: { ja: '共有情報', en: 'Bulletin' },
  corrected: { ja: '共有情報の訂正', en: 'Corrected bulletin' },
  withdrawn: { ja: '共有情報の取り下げ', en: 'Withdrawn bulletin' },
  'approval-asked': { ja: '承認のお願い', en: 'Your approval is asked for' },
  'approval-reminder': { ja: '承認のお願い（再送）', en: 'Reminder: your approval is asked for' },
  receipt: { ja: '受け取りました', en: 'Received' },
  'contact-changed': { ja: '連絡担当が変わりました', en: 'Your contacts were changed' },
  'vault-changed': {
    ja: '登録情報が変わりました',
    en: 'What is registered of you was changed',
  },
  'recovery-code-used': {
    ja: '回復コードでサインインがありました',
    en: 'A recovery code of yours was used',
  },
  'break-glass-opened': {
    ja: '非常用のリンクが作られました',
    en: 'An emergency link was made',
  },
  'withdrawal-answered': { ja: '取り下げの求めへの回答', en: 'Answer to your request' },
  'lane-changed': {
    ja: '共有前の確認についての取り決めが変わりました',
    en: 'A rule on approval before sharing was changed',
  },
  'shared-unasked': {
    ja: '提供いただいた情報から技術情報を共有しました',
    en: 'Technical information from what you sent was shared',
  },
  'agreement-ending': { ja: '合意がまもなく終了します', en: 'An agreement of yours ends soon' },
  'somebody-let-in': {
    ja: '閲覧できるハブの担当者が1人増えました',
    en: 'One more person of the hub may read',
  },
  'own-recovery-begun': {
    ja: 'アカウントの回復が始められました',
    en: 'A recovery of your account was begun',
  },
  'own-recovery-confirmed': {
    ja: 'アカウントが回復されました',
    en: 'Your account was recovered',
  },
  'staff-recovery-begun': {
    ja: 'ハブの担当者のアカウントの回復が始められました',
    en: 'A recovery of a hub account was begun',
  },
  'staff-changed': {
    ja: 'ハブの担当者のアカウントが変わりました',
    en: 'An account of the hub’s own people was changed',
  },
}

const SENTENCES: Readonly<Record<NoticeKind, Bilingual>> = {
  released: {
    ja: '新しい共有情報があります。内容は次のページで確認してください。',
    en: 'A new bulletin has been shared with you. Please read it on this page.',
  },
  corrected: {
    ja: '以前の共有情報を訂正しました。以前の版は使わず、次のページの版を使ってください。',
    en: 'An earlier bulletin has been corrected. Please use the version on this page instead.',
  },
  withdrawn: {
    ja: '以前の共有情報を取り下げました。遮断リストなどに取り込んだ値があれば外してください。',
    en: 'An earlier bulletin has been withdrawn. Please remove its values from block lists.',
  },
  'approval-asked': {
    ja: '共有する前の文面を確認してください。お返事がないときは、共有しません。',
    en: 'Please look at the text before it is shared. Without your answer we will not share it.',
  },
  'approval-reminder': {
    ja: '文面の確認をお待ちしています。お返事がないときは、共有しません。',
    en: 'The text still waits for you. Without your answer we will not share it.',
  },
  receipt: { ja: '情報を受け取りました。', en: 'We have received your information.' },
  'contact-changed': {
    ja: 'あなたの組織の利用者が加えられたか、止められたか、サインインの方法が作り直されました。利用を止められた人、サインインの方法が作り直された人、連絡担当でなくなった人のAPIトークンは、無効になっています。必要なら新しいトークンを作ってください。心当たりがないときは、ハブに電話で確かめてください。ハブが加えた連絡担当は、以前からの連絡担当が次のページで確認するまで、24時間、承認できません。',
    en: 'Somebody of your organisation was given an account, shut out or given a new way to sign in. API tokens made by somebody who was shut out, given a new way to sign in or is no contact any more are revoked: make new ones where a machine needs one. If you do not know of it, please ring the hub. A contact added by the hub cannot approve for 24 hours, unless a contact from before confirms them on this page.',
  },
  'vault-changed': {
    ja: 'ハブの担当者が、あなたの組織の登録情報（社名、氏名、ドメインなど）を変えました。次のページで確認してください。',
    en: 'Somebody at the hub changed what is registered of your organisation: names, people, domains. Please look at it on this page.',
  },
  'recovery-code-used': {
    ja: 'あなたのアカウントで、回復コードが1つ使われました。心当たりがないときは、すぐにハブへ電話し、次のページでほかの画面をサインアウトして、コードを作り直してください。',
    en: 'A recovery code of your account was used. If it was not you, ring the hub at once, sign out everywhere else on this page and make new codes.',
  },
  'break-glass-opened': {
    ja: 'ハブのサーバーで、管理者としてサインインできる非常用のリンクが作られました。だれが、なぜ作ったかを確かめ、次のページで理由を記録してください。心当たりがないときは、サーバーに侵入されたものとして対応してください。',
    en: 'On the machine of the hub an emergency link was made that signs in as an administrator. Find out who made it and why, and note the reason on this page. If nobody knows of it, treat the machine as broken into.',
  },
  'withdrawal-answered': {
    ja: '共有の取り下げの求めに、ハブが回答しました。次のページで確認してください。',
    en: 'The hub has answered your request to take back what was shared. Please read it on this page.',
  },
  'lane-changed': {
    ja: '参加しているグループで、技術情報を提供元の承認なしで共有できるかどうかの取り決めが変わりました。これまでの提供の扱いは変わりません。次のページで確認してください。',
    en: 'A group of yours changed its rule on whether technical information may be shared without its providers’ approval. What you sent before is handled as before. Please look at it on this page.',
  },
  'shared-unasked': {
    ja: '事前の確認は不要とのご希望に沿って、提供いただいた情報から技術情報だけを共有しました。共有したものは次のページで確認でき、取り下げを求めることもできます。',
    en: 'As you wished not to be asked first, technical information alone was shared from what you sent. You can see it on this page, and ask to take it back.',
  },
  'agreement-ending': {
    ja: '参加しているグループとの合意が、まもなく終了します。終了日からは、そのグループの情報が画面でも機械連携でも見えなくなります。次のページで終了日を確かめ、参加を続けるときは、終了日までに署名してください。',
    en: 'An agreement that binds you to a group ends soon. From its last day on nothing of that group is visible, on screen or to machines. Please look up the day on this page, and sign again before it if you wish to stay.',
  },
  'somebody-let-in': {
    ja: '提供いただいた閲覧限定の情報を読めるハブの担当者が、1人増えました。理由と期限は、次のページからその提供を開いて確かめられます。',
    en: 'One more person of the hub may read something you sent that is restricted. Open it from this page to see why and until when.',
  },
  'own-recovery-begun': {
    ja: 'ハブの管理者が、あなたのアカウントの回復を始めました。別の担当者が確認すると、いまのサインイン手段は使えなくなります。依頼した覚えがないときは、サインインして画面の上のお知らせから取りやめ、すぐにハブへ電話してください。',
    en: 'An administrator of the hub began to recover your account. Once a second person confirms it your present ways to sign in stop working. If you did not ask for this, sign in, stop it in the line at the top of the page, and ring the hub at once.',
  },
  'own-recovery-confirmed': {
    ja: 'あなたのアカウントの回復が確認され、これまでのサインイン手段は使えなくなりました。新しいリンクから入れます。依頼した覚えがないときは、すぐにハブへ電話し、アカウントを止めてもらってください。',
    en: 'A recovery of your account was confirmed: your earlier ways to sign in work no longer, and a new link does. If you did not ask for this, ring the hub at once and have the account shut out.',
  },
  'staff-recovery-begun': {
    ja: 'ハブの担当者のアカウントについて、回復が始められました。本人に電話などで確かめてから、「利用者」の画面で確認するか、取りやめてください。',
    en: 'A recovery of an account of the hub’s own people was begun. Ask the person, by telephone for instance, before you confirm it in the list of people; decline it if they know nothing of it.',
  },
  'staff-changed': {
    ja: 'ハブの担当者のアカウントが加えられたか、止められたか、再開されたか、役割が変わったか、回復されました。「監査ログ」で、だれがしたことかを確かめてください。心当たりのないアカウントは、1週間で、二人での確認の一人になれます。',
    en: 'An account of the hub’s own people was added, shut out, let in again, given other roles or recovered. See in the audit log whose act it was: an account nobody knows of counts as a second person after a week.',
  },
}

/** Subject of a notice, its label first, so that a mail client shows it in every list. */
export function toNoticeSubject({ kind, number, title, tlp }: NoticeFacts): Bilingual {
  const label = tlp === undefined ? '' : `TLP:${tlp} `
  const isNamed = tlp === undefined || TLP_RULES[tlp].mayBeNamedInMail
  const shown = isNamed ? title : undefined
  const line = (language: Language) =>
    [`${label}${SUBJECTS[kind][language]}`, number, shown?.[language]]
      .filter((part) => part !== undefined)
      .join(' ')
  return { ja: toOneLine(line('ja')), en: toOneLine(line('en')) }
}

/** Body of a notice: the label, one sentence and the link; the same for everybody who gets it. */
export function renderNotice(
  notice: { kind: NoticeKind; subject: Bilingual; tlp?: Tlp; link: string },
  language: Language,
): { subject: string; text: string } {
  const label = notice.tlp === undefined ? [] : [`TLP:${notice.tlp}`, '']
  const lines = [
    ...label,
    notice.subject[language],
    '',
    SENTENCES[notice.kind][language],
    '',
    notice.link,
    '',
    ...label,
  ]
  return { subject: notice.subject[language], text: lines.join('\n') }
}

// A line break in a subject would begin a header field of its own.
const toOneLine = (text: string): string => text.replace(/[\r\n\t\p{Cc}]+/gu, ' ').slice(0, 300)

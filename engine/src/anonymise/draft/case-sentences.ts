import type { Classification } from '../../analysis.ts'
import type { Bilingual } from '../../bilingual.ts'
import type { CaseRecord } from './case-record.ts'

/** Title and opening of a bulletin by kind of attack. `{victim}` and `{borrowed}` become aliases. */
interface CaseSentences {
  readonly title: Bilingual
  readonly opening: Bilingual
  readonly advice: Bilingual
}

const CHECK_LINKS: Bilingual = {
  ja: '本文のリンクや添付ファイルを開かず、下の情報で受信の有無を確認してください。',
  en: 'Do not open links or attachments, and check with the indicators below whether you received it.',
}
const CALL_BACK: Bilingual = {
  ja: '振込先の変更や急な送金の依頼は、以前から知っている番号への電話で確かめてください。',
  en: 'Confirm changed accounts and urgent payments by calling a number you already knew.',
}
const SEARCH_LOGS: Bilingual = {
  ja: '下の情報をもとに、通信の記録を確認してください。',
  en: 'Search your logs for the indicators below.',
}

const RECEIVED: Bilingual = {
  ja: '{victim}に、不審なメールが届きました。',
  en: '{victim} received a suspicious mail.',
}

const say = (title: Bilingual, opening: Bilingual, advice: Bilingual): CaseSentences => ({
  title,
  opening,
  advice,
})

const CASE_SENTENCES: Readonly<Record<Classification, CaseSentences>> = {
  targeted: say(
    { ja: '特定の組織を狙った標的型攻撃メール', en: 'Targeted attack mail' },
    {
      ja: '{victim}を狙ったとみられる攻撃メールが届きました。',
      en: '{victim} received an attack mail that appears to be aimed at it.',
    },
    CHECK_LINKS,
  ),
  'mass-mailed': say(
    { ja: '広くばらまかれている不審メール', en: 'Suspicious mail sent to many' },
    {
      ja: '多くの宛先にばらまかれているとみられるメールが、{victim}に届きました。',
      en: '{victim} received a mail that appears to be sent to many recipients.',
    },
    CHECK_LINKS,
  ),
  'bec-type-1': say(
    {
      ja: '取引先を装い、支払いを求めるメール',
      en: 'Mail posing as a business partner to obtain payment',
    },
    {
      ja: '攻撃者は、{borrowed}の担当者を装い、{victim}に支払いを求めるメールを送りました。',
      en: 'The attacker posed as staff of {borrowed} and asked {victim} for a payment.',
    },
    CALL_BACK,
  ),
  'bec-type-2': say(
    {
      ja: '経営者を装い、送金などを求めるメール',
      en: 'Mail posing as an executive to obtain payment',
    },
    {
      ja: '攻撃者は、経営者を装い、{victim}にメールを送りました。',
      en: 'The attacker posed as an executive and wrote to {victim}.',
    },
    CALL_BACK,
  ),
  'bec-type-3': say(
    {
      ja: '乗っ取ったメールアカウントを悪用する詐欺メール',
      en: 'Fraud from a mail account that was taken over',
    },
    {
      ja: '攻撃者は、乗っ取ったとみられるメールアカウントから、{victim}に支払いを求めるメールを送りました。',
      en: 'From an account that appears to be taken over, the attacker asked {victim} for a payment.',
    },
    CALL_BACK,
  ),
  'bec-type-4': say(
    {
      ja: '弁護士などを装い、送金などを求めるメール',
      en: 'Mail posing as a lawyer or other authority',
    },
    {
      ja: '攻撃者は、弁護士などの社外の権威ある第三者を装い、{victim}にメールを送りました。',
      en: 'The attacker posed as a lawyer or another outside authority and wrote to {victim}.',
    },
    CALL_BACK,
  ),
  'bec-type-5': say(
    {
      ja: '詐欺の準備として情報を聞き出すメール',
      en: 'Mail gathering information in preparation of fraud',
    },
    {
      ja: '攻撃者は、詐欺の準備とみられる情報の聞き出しを、{victim}に対して行いました。',
      en: 'The attacker tried to obtain information from {victim}, apparently to prepare a fraud.',
    },
    CALL_BACK,
  ),
  'credential-phishing': say(
    { ja: '認証情報を盗もうとするフィッシングメール', en: 'Phishing for sign-in data' },
    {
      ja: '認証情報の入力を誘うメールが、{victim}に届きました。',
      en: '{victim} received a mail that lures to a false sign-in page.',
    },
    CHECK_LINKS,
  ),
  'malware-mail': say(
    { ja: 'ウイルスに感染させようとするメール', en: 'Mail meant to infect with malware' },
    {
      ja: 'ウイルスに感染させようとするメールが、{victim}に届きました。',
      en: '{victim} received a mail meant to infect its computers.',
    },
    CHECK_LINKS,
  ),
  'malicious-traffic': say(
    { ja: '不正な通信', en: 'Malicious traffic' },
    {
      ja: '{victim}で、不正な通信が見つかりました。',
      en: 'Malicious traffic was found at {victim}.',
    },
    SEARCH_LOGS,
  ),
  intrusion: say(
    { ja: '組織内への侵入', en: 'Intrusion' },
    {
      ja: '{victim}で、侵入の形跡が見つかりました。',
      en: 'Signs of an intrusion were found at {victim}.',
    },
    SEARCH_LOGS,
  ),
  ransomware: say(
    { ja: 'ランサムウェアによる攻撃', en: 'Ransomware attack' },
    {
      ja: '{victim}に対して、ランサムウェアによる攻撃がありました。',
      en: '{victim} was attacked with ransomware.',
    },
    SEARCH_LOGS,
  ),
  'coin-miner': say(
    { ja: '暗号資産の不正な採掘', en: 'Unauthorised mining of crypto assets' },
    {
      ja: '{victim}で、暗号資産を不正に採掘するプログラムが見つかりました。',
      en: 'A program mining crypto assets was found at {victim}.',
    },
    SEARCH_LOGS,
  ),
  'fake-site': say(
    { ja: '実在する組織を装う偽サイト', en: 'Fake site of a real organisation' },
    {
      ja: '{victim}のウェブサイトを装う偽サイトが見つかりました。',
      en: 'A fake copy of the web site of {victim} was found.',
    },
    SEARCH_LOGS,
  ),
  harmless: say(
    { ja: '不審に見えるメール', en: 'Mail that looks suspicious' },
    RECEIVED,
    CHECK_LINKS,
  ),
  unclear: say({ ja: '不審なメール', en: 'Suspicious mail' }, RECEIVED, CHECK_LINKS),
  other: say({ ja: '不審なメール', en: 'Suspicious mail' }, RECEIVED, CHECK_LINKS),
}

const PROBED: CaseSentences = say(
  { ja: 'ウェブサーバーに対する探索や攻撃の通信', en: 'Probing of and attacks on web servers' },
  {
    ja: '{victim}のウェブサーバーに対する、探索や攻撃とみられる通信が見つかりました。',
    en: 'Traffic that appears to probe and attack the web server of {victim} was found.',
  },
  SEARCH_LOGS,
)

/** Kinds that say more than that a server was probed, and speak of no mail. */
const BEYOND_PROBING: ReadonlySet<Classification> = new Set([
  'intrusion',
  'ransomware',
  'coin-miner',
  'fake-site',
])

/** A case that holds access logs alone is told without a mail, whatever it was called so far. */
export function sentencesOf({ classification, mails, logs }: CaseRecord): CaseSentences {
  const isOfLogs = mails.length === 0 && logs.length > 0
  if (!isOfLogs || BEYOND_PROBING.has(classification)) return CASE_SENTENCES[classification]
  const hasProbes = logs.some(({ kinds }) => kinds.length > 0)
  return hasProbes ? PROBED : CASE_SENTENCES['malicious-traffic']
}

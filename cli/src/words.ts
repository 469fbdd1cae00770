import type { Bilingual, Classification, Reach, Weight } from 'engine'

export type Language = keyof Bilingual

/** The kinds of attack in the words of the reports. */
export const CLASSIFICATION_WORDS: Readonly<Record<Classification, Bilingual>> = {
  targeted: { ja: '標的型攻撃の疑い', en: 'Possible targeted attack' },
  'mass-mailed': { ja: 'ばらまき型メールの疑い', en: 'Possible mass-mailed attack' },
  'bec-type-1': {
    ja: 'ビジネスメール詐欺 タイプ1の疑い（取引先との請求書の偽装）',
    en: 'Possible business email compromise, type 1 (forged invoice of a partner)',
  },
  'bec-type-2': {
    ja: 'ビジネスメール詐欺 タイプ2の疑い（経営者等へのなりすまし）',
    en: 'Possible business email compromise, type 2 (posing as an executive)',
  },
  'bec-type-3': {
    ja: 'ビジネスメール詐欺 タイプ3の疑い（窃取メールアカウントの悪用）',
    en: 'Possible business email compromise, type 3 (abuse of a stolen account)',
  },
  'bec-type-4': {
    ja: 'ビジネスメール詐欺 タイプ4の疑い（社外の権威ある第三者へのなりすまし）',
    en: 'Possible business email compromise, type 4 (posing as an outside authority)',
  },
  'bec-type-5': {
    ja: 'ビジネスメール詐欺 タイプ5の疑い（準備行為とみられる情報の詐取）',
    en: 'Possible business email compromise, type 5 (information gathered for a fraud)',
  },
  'credential-phishing': {
    ja: '認証情報を狙うフィッシングの疑い',
    en: 'Possible credential phishing',
  },
  'malware-mail': { ja: 'ウイルスメールの疑い', en: 'Possible malware mail' },
  'malicious-traffic': { ja: '不正通信の疑い', en: 'Possible malicious traffic' },
  intrusion: { ja: '侵入の疑い', en: 'Possible intrusion' },
  ransomware: { ja: 'ランサムウェアの疑い', en: 'Possible ransomware' },
  'coin-miner': { ja: 'コインマイナーの疑い', en: 'Possible coin miner' },
  'fake-site': { ja: '偽サイトの疑い', en: 'Possible fake site' },
  harmless: { ja: '無害とみられます', en: 'Looks harmless' },
  unclear: { ja: '判断できません（経過を見ます）', en: 'Unclear, keep watching' },
  other: { ja: 'その他', en: 'Other' },
}

/** Whether a mail was meant for its recipients or scattered. */
export const REACH_WORDS: Readonly<Record<Reach, Bilingual>> = {
  targeted: { ja: '標的型とみられる', en: 'looks targeted' },
  mass: { ja: 'ばらまき型とみられる', en: 'looks mass-mailed' },
  unclear: { ja: '不明', en: 'unclear' },
}

export const WEIGHT_WORDS: Readonly<Record<Weight, Bilingual>> = {
  strong: { ja: '強', en: 'strong' },
  medium: { ja: '中', en: 'medium' },
  weak: { ja: '弱', en: 'weak' },
}

/** Every other word of the report, by what it stands for. */
export const WORDS = {
  noSubject: { ja: '（件名なし）', en: '(no subject)' },
  noTraffic: { ja: '外部への通信なし', en: 'nothing sent anywhere' },
  findings: { ja: '所見', en: 'findings' },
  none: { ja: '手口は見つかりませんでした。', en: 'No technique was found.' },
  weight: { ja: '確からしさ', en: 'weight' },
  technique: { ja: '手口', en: 'technique' },
  place: { ja: '場所', en: 'place' },
  reason: { ja: '理由', en: 'why' },
  showAll: { ja: '--all で表示', en: 'shown with --all' },
  lookalike: { ja: '似せたドメイン', en: 'Look-alike domain' },
  genuine: { ja: '本物', en: 'genuine' },
  false: { ja: '偽物', en: 'false' },
  link: { ja: 'リンクの中身', en: 'What the link holds' },
  notOpened: { ja: '（開いていません）', en: '(not opened)' },
  wrapper: { ja: '包み', en: 'wrapper' },
  target: { ja: '本当の行き先', en: 'true target' },
  code: { ja: '符号', en: 'code' },
  proposal: { ja: '判断の材料', en: 'Why this kind' },
  reach: { ja: '標的型・ばらまき型の別', en: 'Targeted or mass-mailed' },
  problems: { ja: '読めなかったところ', en: 'What could not be read' },
  next: { ja: '次に：', en: 'Next:' },
  nextFound: {
    ja: '返信もクリックもせずに、組織の窓口とハブへ知らせてください。',
    en: 'Neither answer nor click; tell your security desk and the hub.',
  },
  nextNothing: {
    ja: '手口が見つからなくても安全とは限りません。心当たりがなければ窓口に相談してください。',
    en: 'Nothing found does not mean safe; ask your security desk when in doubt.',
  },
  forMachines: { ja: '機械向け', en: 'for machines' },
} as const satisfies Record<string, Bilingual>

/** Whose domain is imitated. */
export const RELATION_WORDS: Readonly<Record<string, Bilingual>> = {
  recipient: { ja: '受信した組織', en: 'receiving organisation' },
  member: { ja: '参加組織', en: 'member organisation' },
  partner: { ja: '取引先', en: 'business partner' },
  correspondent: { ja: 'やり取りの相手', en: 'correspondent' },
  'well-known': { ja: '広く知られたサービス', en: 'well-known service' },
}

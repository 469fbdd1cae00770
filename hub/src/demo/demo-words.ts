/** What the demonstration says in the terminal; the same in both languages. */
export interface DemoWords {
  readonly seconds: string
  readonly opening: string
  readonly hub: string
  readonly community: string
  communityAbout(groups: number, organisations: number): string
  readonly submitted: string
  submittedAbout(count: number): string
  readonly analysed: string
  analysedAbout(count: number): string
  readonly opened: string
  openedAbout(number: string): string
  readonly approved: string
  approvedAbout(count: number): string
  readonly released: string
  releasedAbout(number: string, organisations: number): string
  readonly answered: string
  answeredAbout(count: number): string
  readonly more: string
  moreAbout(count: number): string
  readonly open: string
  readonly roles: Readonly<
    Record<'analyst' | 'lead' | 'provider' | 'receiver', readonly [role: string, first: string]>
  >
  readonly once: string
  readonly send: string
  sendAbout(port: number, from: string): string
  readonly machine: string
  readonly notices: string
  noticesAbout(count: number): string
  readonly keys: string
  readonly stop: string
}

export const DEMO_WORDS: Readonly<Record<'ja' | 'en', DemoWords>> = {
  ja: {
    seconds: '秒',
    opening: '見本のハブを立ち上げます。外部への通信は行いません。',
    hub: 'ハブ',
    community: '見本の組織',
    communityAbout: (groups, organisations) => `${groups}グループ・${organisations}組織`,
    submitted: '情報提供',
    submittedAbout: (count) => `${count}件（メール転送・API・画面）`,
    analysed: '解析',
    analysedAbout: (count) => `所見${count}件`,
    opened: '事案',
    openedAbout: (number) => `${number} を開きました`,
    approved: '提供元の承認',
    approvedAbout: (count) => `${count}組織が承認しました`,
    released: '情報共有',
    releasedAbout: (number, organisations) => `${number} を${organisations}組織に届けました`,
    answered: '回答',
    answeredAbout: (count) => `${count}組織が答えました`,
    more: 'そのほか',
    moreAbout: (count) => `情報提供は合わせて${count}件`,
    open: 'ひらく',
    roles: {
      analyst: ['分析担当', '待ちの先頭を開き、c で事案にする'],
      lead: ['責任者', '情報共有の下書きと、共有の記録を読む'],
      provider: ['参加組織（提供元）', '承認のお願いに答える'],
      receiver: ['参加組織（受け取る側）', '警告に「届いた」を返す'],
    },
    once: 'サインイン用のリンクは、それぞれ一度だけ使えます。',
    send: 'メールを1通送ってみる',
    sendAbout: (port, from) => `ポート${port}へ、report@hub.example 宛て（差出人 ${from}）`,
    machine: '機械から取り出す',
    notices: '送られた通知',
    noticesAbout: (count) => `${count}通`,
    keys: 'n 新しいリンク   q 終了',
    stop: 'Ctrl-C で終了します。見本のデータはすべて消えます。',
  },
  en: {
    seconds: ' s',
    opening: 'Starting a demonstration hub. Nothing leaves this machine.',
    hub: 'Hub',
    community: 'Community',
    communityAbout: (groups, organisations) => `${groups} groups, ${organisations} organisations`,
    submitted: 'Submissions',
    submittedAbout: (count) => `${count} (forwarded mail, API, web)`,
    analysed: 'Analysis',
    analysedAbout: (count) => `${count} findings`,
    opened: 'Case',
    openedAbout: (number) => `${number} opened`,
    approved: 'Approval',
    approvedAbout: (count) => `${count} providers approved`,
    released: 'Bulletin',
    releasedAbout: (number, organisations) =>
      `${number} shared with ${organisations} organisations`,
    answered: 'Feedback',
    answeredAbout: (count) => `${count} members answered`,
    more: 'Further',
    moreAbout: (count) => `${count} submissions in all`,
    open: 'Open',
    roles: {
      analyst: ['Analyst', 'open the first row of the queue, press c for a case'],
      lead: ['Lead', 'read the drafts and what was shared'],
      provider: ['Member (provider)', 'answer the request for approval'],
      receiver: ['Member (receiver)', 'answer a warning with “got it”'],
    },
    once: 'Each sign-in link works once.',
    send: 'Send a mail',
    sendAbout: (port, from) => `to port ${port}, for report@hub.example (sender ${from})`,
    machine: 'Pull as a machine',
    notices: 'Notices sent',
    noticesAbout: (count) => `${count}`,
    keys: 'n new links   q quit',
    stop: 'Ctrl-C stops it. All of its data is thrown away.',
  },
}

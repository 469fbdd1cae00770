import type { Lure } from '../lure.ts'

/** Pay, or what was stolen, filmed or encrypted will be shown or lost. */
export const extortion: Lure = {
  id: 'extortion',
  label: { ja: '脅迫や金銭の要求', en: 'a threat and a demand for money' },
  isEveryday: false,
  patterns: [
    {
      within: 2_000,
      groups: [
        [
          'bitcoin{s|}',
          'btc',
          'monero',
          'usdt',
          'crypto{currency|}',
          'ransom',
          'wallet {address|below}',
          'transfer {me |}',
        ],
        [
          '{hacked|infected|encrypted} your',
          'access to your {account|accounts|device|devices|computer|operating system|camera|webcam|contacts|files|network|system}',
          'gained access to',
          'recorded {you|a video|your}',
          'video{s|} of you',
          'been watching you',
          'your {web|}cam{era|}',
          '{all |}your {contacts|friends} {will|and}',
          'your files {are|were|have been} {encrypted|stolen}',
          'your data {is|was|has been} {stolen|encrypted|leaked}',
          '{leak|publish|release|sell} {your|the|all your|all} {data|files|video|videos|information|documents}',
          '{adult|porn*} {site|sites|website|websites|content|video|videos}',
          'trojan virus',
          'ddos {attack|attacks} {on|against} your',
          'your network {will be|is|was} {attacked|under}',
        ],
      ],
    },
    {
      groups: [
        [
          'your data {is|has been} stolen',
          'i am a {professional |}hacker',
          'i{ have|ve} hacked your',
          '{will|to} decrypt your {files|data|network}',
        ],
      ],
    },
    {
      within: 1_000,
      groups: [
        ['ビットコイン', 'BTC', '仮想通貨', '暗号資産', '身代金'],
        [
          'ハッキング',
          '録画',
          'ウェブカメラ',
          'アダルト',
          '流出させ',
          '公開{し|され}ます',
          '暴露',
          'ばらま',
          '暗号化し',
          '暗号化され',
          '感染させ',
          '盗み',
          'DDoS',
          '恥ずかしい',
          '監視し',
        ],
      ],
    },
  ],
  examples: {
    hits: [
      '私はあなたの端末をハッキングしました。四十八時間以内にビットコインで支払ってください。',
      'あなたがアダルトサイトを見ている様子を録画しました。仮想通貨を送らなければ知人に公開します。',
      '貴社のファイルはすべて暗号化しました。復号を望むなら身代金を支払うことです。',
      '要求額をＢＴＣで送金しなければ、顧客情報を流出させます。',
      'I am a hacker and I recorded you with your own camera.',
      'Send 0.5 bitcoin or the video of you goes to all your contacts.',
      'Your files have been encrypted. Pay the ransom within three days.',
      'We will publish all data of your company. The wallet address for the BTC is below.',
    ],
    misses: [
      'ビットコインの価格は昨日から三パーセント下がりました。',
      '会議の様子を録画しましたので、共有フォルダーでご覧ください。',
      '通信は暗号化されていますので、安心してご利用ください。',
      '監視カメラの設置工事のお見積もりをお送りします。',
      'Bitcoin fell by three percent on Monday.',
      'The webcam on the roof shows the harbour.',
      'The files are encrypted at rest with AES.',
      'We recorded the meeting; the video is on the intranet.',
    ],
  },
}

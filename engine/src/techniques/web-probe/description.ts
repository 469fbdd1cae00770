import type { TechniqueDescription } from '../technique.ts'

/** Requests to a web server that look for a way in. Seen in access logs, not in mails: `web-log` counts them. */
export const webProbe: TechniqueDescription = {
  id: 'web-probe',
  title: { ja: 'ウェブサーバーの探索', en: 'Probing of a web server' },
  about: {
    ja: '公開ウェブサーバーに多数の要求を送り、設定ファイルやパスワードファイル、WordPress などの脆弱性、すでに置かれたウェブシェルを探す手口です。問い合わせフォームへの大量の書き込みや、ログインの総当たりを伴うことがあります。',
    en: 'Many requests to a public web server look for configuration and password files, for holes in WordPress and other products, and for web shells that somebody left behind. They may come with floods of a contact form or with guessing of passwords.',
  },
  attack: ['T1595.002', 'T1595.003', 'T1190', 'T1110'],
  weight: 'medium',
  innocent: [
    {
      ja: '自社で依頼した脆弱性診断や、監視サービスの定期確認も同じ要求を送ります。送信元と日時を依頼の内容と照らし合わせられます。',
      en: 'Vulnerability scans that one has ordered and monitoring services send the same requests; compare source and time with the order.',
    },
    {
      ja: '検索エンジンのクローラーは、外部の誤ったリンクをたどって存在しないファイルを求めることがあります。',
      en: 'Crawlers of search engines follow wrong links on other sites and so ask for files that are not there.',
    },
    {
      ja: '会社や携帯電話網では多くの人が一つのアドレスを共有するため、ログインや書き込みが集中して見えることがあります。',
      en: 'Companies and mobile networks put many people behind one address, so that sign-ins and posts of many look like those of one.',
    },
  ],
  blindSpots: [
    {
      ja: '要求の本文はログに残らないため、POST の本文に書かれた攻撃は見つけません。',
      en: 'Logs hold no request bodies, so attacks inside the body of a POST are not seen.',
    },
    {
      ja: '存在しないページにも 200 を返すサイトでは、2xx の件数は成功を意味しません。',
      en: 'On sites that answer 200 for pages that do not exist, a 2xx does not mean success.',
    },
    {
      ja: 'プロキシや CDN の内側のログでは、送信元は中継サーバーのアドレスになります。X-Forwarded-For は偽れるため数えません。',
      en: 'Behind a proxy or a CDN the source is that server’s address; X-Forwarded-For can be forged and is not counted.',
    },
    {
      ja: '10分間に20回より少ない、ゆっくりした総当たりや書き込みは数えません。',
      en: 'Guessing and flooding slower than 20 requests in ten minutes is not counted.',
    },
  ],
  advice: {
    ja: '2xx が返った要求を先に調べ、該当するファイルやウェブシェルがないか確認してください。送信元の遮断と WAF の設定、フォームの流量制限も検討してください。',
    en: 'Look first at requests answered with 2xx and check whether the file or shell is there. Consider blocking the sources, rules of a WAF and a rate limit for forms.',
  },
  source: '2019Q1 表2 項番3; 2022Q4 §5',
}

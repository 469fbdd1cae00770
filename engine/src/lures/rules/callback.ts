import type { Lure } from '../lure.ts'

/**
 * A charge or sign-in that never was, and a telephone number for whoever objects: the fraud follows
 * on the telephone, so the mail needs neither link nor file.
 */
export const callback: Lure = {
  id: 'callback',
  label: {
    ja: '身に覚えのない請求や操作と、問い合わせの電話番号',
    en: 'a charge or sign-in one did not make, and a number to call',
  },
  isEveryday: false,
  patterns: [
    {
      within: 160,
      groups: [
        [
          '{please|kindly|immediately|quickly} call',
          'call {us|our|now|immediately|back}',
          'call {at|on|this} {number|}',
          'toll free',
          'help{ |}line',
          '{customer|service|support} {care|help{ |}desk|phone|number|desk}',
        ],
        [
          "{did not|didn't|have not|haven't|do not|don't} {authori*|make|place|recogni*|approve|initiate}",
          "{this|it} {wasn't|was not} you",
          'unauthori*',
          'not authori*',
          'fraudulent {charge|transaction}',
        ],
      ],
    },
    {
      within: 300,
      groups: [
        [
          'call {us|our|now|immediately|back|at|on}',
          '{contact|reach} {us|our support team} {at|on}',
          'toll free',
          'help{ |}line',
          '{customer|service|support} {care|help{ |}desk|phone|number|desk}',
        ],
        [
          'subscription',
          'membership',
          'auto{ |}{renew*|debit*|pay}',
          'renew automatically',
          'automatic {charge|renewal|payment}',
          '{will be|has been|was} {charged|debited}',
        ],
        ['cancel{lation|ed|led|}', 'refund{s|}', 'dispute', 'within {24|48} hours'],
      ],
    },
    {
      within: 120,
      groups: [
        ['caso nao reconheca', 'nao reconhece', 'si no reconoce', 'no ha realizado'],
        ['ligue', 'llame', 'central de {seguranca|atendimento}', '0800'],
      ],
    },
    {
      within: 60,
      groups: [
        [
          '身に覚えのない',
          '{お|}心当たり{の|が}{ない|ございません|無い}',
          '利用{した|された|の}覚えがない',
        ],
        [
          '{お|}電話{番号|で|に|を|ください|にて}',
          'フリーダイヤル',
          '番号{まで|へ|に}{おかけ|お掛け|お電話}',
          'サポートセンターまで',
        ],
      ],
    },
  ],
  unless: ['発信者番号', '営業電話'],
  examples: {
    hits: [
      'お取引に心当たりがない場合は、至急下記の番号までおかけください。',
      '身に覚えのないご請求の場合は、至急お電話ください。お電話で手続きをいたします。',
      'このお取引にお心当たりのない場合は、フリーダイヤルまでご連絡ください。',
      'ご利用された覚えがない場合は、24時間以内にサポートセンターまでご連絡ください。',
      'If this wasn’t you, please call us immediately.',
      'You did not authorize this order? Call our helpline within 24 hours.',
      'Your membership renews today and 346 dollars will be charged. To cancel, call the toll free number.',
      'Customer care phone: for a refund of the subscription, write or ring within 48 hours.',
      'Caso nao reconheca esta compra, ligue para a central de seguranca.',
    ],
    misses: [
      'ご不明な点がございましたら、お電話でお問い合わせください。',
      'お心当たりのない場合は、このメールを破棄してください。',
      '宿泊のお取り消しは、前日までにお電話でご連絡ください。',
      '担当者から折り返しお電話いたします。',
      'To cancel your reservation, call us two days before.',
      'Call me when you are back at the office.',
      'Your subscription to the journal begins in January.',
      'If you did not place this order, tell us by answering this mail.',
    ],
  },
}

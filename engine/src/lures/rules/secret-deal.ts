import type { Lure } from '../lure.ts'

/** A confidential acquisition in which only the reader may help (2020Q1 §4.2, 2020Q2 §3.5). */
export const secretDeal: Lure = {
  id: 'secret-deal',
  label: { ja: '極秘の買収や取引', en: 'a secret acquisition or deal' },
  isEveryday: false,
  patterns: [
    {
      within: 300,
      groups: [
        [
          'acquisition{s|}',
          'acquiring',
          'merger{s|}',
          'takeover',
          'buyout',
          'm&a',
          'corporate {action|transaction|development}',
          'business expansion',
          'financial {operation|transaction}',
          'strategic {matter|project|transaction}',
        ],
        [
          'strictly confidential',
          'utmost {discretion|confidentiality}',
          'confidentiality',
          'your discretion',
          'keep {this|it} {between us|confidential|private|secret}',
          'codename*',
          'code name*',
          'sensitive {matter|nature|information}',
          'do not {discuss|mention|speak of|share}',
          'only by e{|-}mail',
          'non disclosure',
          'nda',
          'insider',
        ],
      ],
    },
    {
      groups: [
        [
          'liaise with {our |the |}{external |}{legal counsel|law firm}',
          '{resolve |sensitive |confidential |}matter with {the |our |}law firm',
          'confidential {transaction|operation|deal|acquisition}',
          'sensitive corporate',
        ],
      ],
    },
    {
      within: 120,
      groups: [
        ['買収', 'M&A', '合併', '資本提携', '子会社化', '株式{の|}取得', '企業取引', '財務取引'],
        [
          '極秘',
          '内密',
          '機密',
          '秘密厳守',
          '他言',
          '口外',
          '守秘',
          '漏れ',
          'インサイダー',
          '誰にも',
          '口にしない',
          '話さないで',
        ],
      ],
    },
    { groups: [['極秘の案件', '極秘案件', '内密の案件', '外部法律事務所との連携']] },
  ],
  unless: ['press release', 'has announced', 'プレスリリース', '発表いたしました', '報道'],
  examples: {
    hits: [
      '株式の取得に関する件ですので、ほかの方には一切口にしないようお願いします。',
      'ある企業の買収を進めています。公表までは社内で話さないでください。',
      '海外企業の買収を進めております。本件は極秘ですので、社内でも口外なさらないでください。',
      '現在、ある会社との合併に関して内密にお願いしたい件があります。',
      '極秘案件につき、やり取りはこのメールだけでお願いします。',
      'M&Aの最終段階にあり、守秘のため担当者を限っています。',
      'We are in the closing phase of an acquisition and I count on your discretion; keep this between us.',
      'Please liaise with our external legal counsel today.',
      'The merger is not public. It is strictly confidential and you must not discuss it with anybody.',
      'I need your help with a confidential transaction this week.',
    ],
    misses: [
      '当社は本日、同社の買収について発表いたしました。',
      'プレスリリース：両社の合併に伴い、守秘義務契約は承継されます。',
      '機密文書の回収箱は三階に移しました。',
      '資材の共同購入で協力する案件をご相談したく存じます。',
      'The company has announced the acquisition of a pump maker; confidentiality ended today.',
      'Data acquisition runs at 100 Hz on this board.',
      'The results of the survey are confidential and will be deleted after a year.',
      'Could you send me the slides about mergers and joint ventures?',
    ],
  },
}

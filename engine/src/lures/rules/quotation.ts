import type { Lure } from '../lure.ts'

/** Plant equipment and other goods are asked for; the specification is the trap (2019Q1 §8). */
export const quotation: Lure = {
  id: 'quotation',
  label: { ja: '見積依頼や引き合い', en: 'a request for quotation' },
  isEveryday: true,
  patterns: [
    {
      groups: [
        [
          'request for {a |}{quotation|quotations|quote|proposal|proposals|tender}',
          'rfq{s|}',
          'rfp{s|}',
          '{invitation|invited} to {bid|tender|quote|submit}',
          'submit {your |a |the |}{quotation|bid|offer|proposal|quote}',
          '{best|lowest|competitive} {price|prices|quote|quotation}',
          'quotation{s|} for',
          'price list for the {following|attached}',
          'bid {submission|closing|documents|bond}',
          'inquiry for the supply',
        ],
      ],
    },
    {
      groups: [
        [
          '見積{もり|り|}{の|を|}{依頼|ご依頼|お願い}',
          '{お|御}見積{もり|り|}{の|を|}{依頼|ご依頼|お願い|ご提示|ご送付}',
          '見積書{の|を}{ご提出|ご送付|ご提示|提出}',
          '{お|}引{き|}合{い|}{を|の|に}',
          '入札{へ|に|の|への}{参加|ご参加|案内|ご案内|招待}',
          '提案依頼',
          '{お|御}見積{もり|り|}を{いただ|頂|お出し|賜}',
          '{最良|最善}{の|}価格',
          '価格と納期を{ご|御|お}',
          'ご提案{を|の}{依頼|お願い}',
        ],
      ],
    },
  ],
  examples: {
    hits: [
      '添付仕様書の機器一式について、お見積りをいただきたく存じます。',
      'プラント向けバルブの調達にあたり、貴社の最良価格と納期を御提示ください。',
      'プラント用のポンプについて、添付の仕様書に基づきお見積りをお願いいたします。',
      '下記プロジェクトの資機材に関し、見積依頼書をお送りします。',
      '新規の引き合いをいただきたく、カタログと価格表をご送付ください。',
      '入札へのご参加を希望される場合は、添付の書類をご確認ください。',
      'You are invited to submit a bid for the supply of gate valves.',
      'Please see the attached RFQ for the refinery project.',
      'Kindly give us your best price for the items below.',
      'This is a request for proposal for engineering services.',
    ],
    misses: [
      '先日の見積もりの件は、社内で検討しております。',
      '見積金額の内訳に誤りはございませんでした。',
      '試合の結果はホームページに載せています。',
      'プラントの見学会を開きます。ふるってご参加ください。',
      'The quotation marks in the manual are wrong.',
      'We compared the prices of last year.',
      'They bid us farewell at the station.',
      'The best offer of the season ends on Sunday, only in our shop.',
    ],
  },
}

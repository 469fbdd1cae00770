import type { Lure } from '../lure.ts'

/** The reader is to switch on what Office switched off to protect (2019Q1 §7). */
export const enableContent: Lure = {
  id: 'enable-content',
  label: { ja: 'マクロや編集の有効化', en: 'switching on macros or editing' },
  isEveryday: false,
  patterns: [
    {
      groups: [
        [
          'enable {content|editing|macro|macros|the macro|the macros|the content}',
          'enable {content|editing} {button|to view}',
          'click {on |}enable',
          'allow {the |}macro{s|}',
          '{exit|leave|disable} protected view',
          'unblock the file',
        ],
      ],
    },
    {
      groups: [
        [
          'コンテンツの有効化',
          'コンテンツを有効',
          '編集を有効',
          '編集の有効化',
          'マクロを{有効|許可|オン}',
          'マクロの有効化',
          '保護ビューを{解除|終了|無効}',
        ],
      ],
    },
  ],
  unless: [
    "{not|never|don't|without} enabl*",
    'do not click',
    'macros are blocked',
    '有効{に|化}しないで',
    'クリックしないで',
    '押さないで',
    '無効のまま',
  ],
  examples: {
    hits: [
      '文書が表示されない場合は、「コンテンツの有効化」をクリックしてください。',
      '編集を有効にしてから内容をご確認ください。',
      'ファイルを開いたら、マクロを許可してご利用ください。',
      '保護ビューを解除すると、見積書が表示されます。',
      'This document was made in an earlier version. Click Enable Content to view it.',
      'Please enable macros to see the invoice.',
      'Open the file and enable editing at the top of the page.',
      'To read the document leave protected view first.',
    ],
    misses: [
      '知らない差出人のファイルでは「コンテンツの有効化」を押さないでください。',
      'マクロは無効のままご利用ください。',
      '編集部の電話番号が変わりました。',
      '有効な資格をお持ちの方を募集します。',
      'Do not enable macros in files from strangers.',
      'You can read the report without enabling editing.',
      'The new sensor enables precise control.',
      'The macro lens arrived today.',
    ],
  },
}

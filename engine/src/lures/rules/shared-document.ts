import type { Lure } from '../lure.ts'

/** A document, a voice message, a fax or a signature waits behind a link. */
export const sharedDocument: Lure = {
  id: 'shared-document',
  label: {
    ja: '共有文書・音声・署名・ファクス',
    en: 'a shared document, voice message, signature or fax',
  },
  isEveryday: true,
  patterns: [
    {
      groups: [
        [
          'shared {a |an |this |the |}{file|document|folder|item|link}{s|}',
          '{file|document|folder}{s|} {was |were |has been |have been |}shared',
          '{document|contract|agreement|file}{s|} {is |are |}{waiting|ready|pending} {for |}',
          'review and sign',
          '{sign|view|open|access|download} {the |your |this |secure |shared |}document{s|}',
          'signature {requested|required|request}',
          'e sign*',
          'voice{ |}mail{s|}',
          'voice message{s|}',
          'audio message{s|}',
          'new fax',
          'fax {message|document|received|from}',
          'efax',
          'scanned {document|copy|file|image}{s|}',
          '{secure|encrypted|protected} {document|message|file}{s|}',
        ],
      ],
    },
    {
      groups: [
        [
          '{ファイル|文書|ドキュメント|フォルダ|書類}{が|を}共有',
          '共有{ファイル|文書|ドキュメント|された}',
          '電子署名',
          '電子契約',
          '署名{を|の}{お願い|依頼|ご依頼}',
          '署名依頼',
          'ボイスメール',
          '音声メッセージ',
          '留守番電話',
          '{FAX|ファックス|ファクス}{を|が|の}{受信|届}',
          '{FAX|ファックス}受信',
          'スキャン{した|された|データ|文書}',
          '暗号化された{メッセージ|文書}',
          'セキュアメッセージ',
        ],
      ],
    },
  ],
  examples: {
    hits: [
      '同僚があなたとファイルを共有しました。開くにはこちらをクリックしてください。',
      '契約書への電子署名をお願いいたします。',
      '新しい音声メッセージが一件あります。',
      'ＦＡＸを受信しました。添付のリンクからご覧ください。',
      'Mr Holt shared a document with you.',
      'You have a new voicemail from an unknown caller.',
      'Please review and sign the agreement today.',
      'A scanned document from the printer on floor 3 is attached.',
    ],
    misses: [
      '会議室を二つの部署で共有することになりました。',
      '署名活動にご協力いただき、ありがとうございました。',
      '電話の留守番をお願いします。',
      '音声の品質を測定しました。',
      'They share a long border.',
      'The contract was signed in March.',
      'The fax machine on floor 2 was removed.',
      'Documents are kept in the cellar.',
    ],
  },
}

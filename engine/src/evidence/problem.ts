import type { Bilingual } from '../bilingual.ts'
import type { Problem } from './message.ts'

/** Everything that can be wrong with evidence without stopping us, in the words an analyst reads. */
const SAY = {
  'archive-bomb': {
    ja: '圧縮率が異常に高いため、展開を中止しました。',
    en: 'The compression ratio is abnormal, so it was not unpacked.',
  },
  'archive-damaged': {
    ja: '書庫が壊れており、開けませんでした。',
    en: 'The archive is damaged and could not be opened.',
  },
  'archive-part-missing': {
    ja: '書庫が複数のファイルに分割されており、残りがないため、開けませんでした。',
    en: 'The archive is split into several files; the others are missing, so it could not be opened.',
  },
  'boundary-never-seen': {
    ja: '宣言された境界文字列が本文にありません。',
    en: 'The declared boundary does not occur in the body.',
  },
  'data-after-base64': {
    ja: 'Base64 の終わりの後に、別のデータが続いています。',
    en: 'Other data follow the end of the base64 text.',
  },
  'damaged-base64': {
    ja: 'Base64 が途中で切れているか、使えない文字を含みます。',
    en: 'The base64 text is cut off or holds characters that do not belong to it.',
  },
  'duplicate-header': {
    ja: '一度しか書けないヘッダが複数あります。',
    en: 'A header that may stand once stands several times.',
  },
  'encoded-script': {
    ja: 'スクリプトが専用の方式（Windows Script Encoder）で符号化されており、元の命令は読めません。',
    en: 'The script is encoded by Windows Script Encoder; its commands cannot be read.',
  },
  'encrypted-mail': {
    ja: '宛先の鍵で暗号化されているため、本文を読めません。',
    en: 'It is encrypted for the key of its recipient, so its text cannot be read.',
  },
  'file-damaged': {
    ja: 'ファイルが壊れているか、形式の規則に合わないため、中身をすべては読めませんでした。',
    en: 'The file is damaged or breaks the rules of its format; not all of it could be read.',
  },
  'file-without-mail': {
    ja: 'メールではないファイルです。添付ファイルと同じように開いて調べました。',
    en: 'This file is no mail; it was opened and examined as an attachment would be.',
  },
  'forward-or-attack': {
    ja: '別のメールを添付または引用しています。提供元の人による転送か、攻撃そのものかを断定できないため、両方を残しました。どちらを出すかは速報の下書きで確認します。',
    en: 'It attaches or quotes another mail. Whether somebody of the provider passes that on or this is the attack itself cannot be told for certain, so both were kept; the draft of the bulletin asks which is to go out.',
  },
  'leading-lines': {
    ja: 'ヘッダの前に余分な行があります。',
    en: 'There are extra lines before the header.',
  },
  'lone-carriage-returns': {
    ja: '改行が CR だけで書かれています。',
    en: 'Lines end in a carriage return alone.',
  },
  'malformed-header-line': {
    ja: 'ヘッダの形をしていない行がヘッダの中にあります。',
    en: 'A line inside the header does not have the form of a header.',
  },
  'missing-blank-line': {
    ja: 'ヘッダと本文の間に空行がありません。',
    en: 'There is no blank line between header and body.',
  },
  'missing-final-boundary': {
    ja: '最後の境界行がなく、メールが途中で切れている可能性があります。',
    en: 'The closing boundary is missing; the mail may be cut off.',
  },
  'multipart-without-boundary': {
    ja: 'マルチパートに境界文字列の指定がありません。',
    en: 'The multipart names no boundary.',
  },
  'nul-bytes': {
    ja: 'ヘッダに NUL バイトが含まれています。',
    en: 'The header holds NUL bytes.',
  },
  'only-first-frame': {
    ja: '動く画像のため、最初のコマだけからQRコードを探しました。',
    en: 'The picture is animated; only its first frame was searched for QR codes.',
  },
  'opened-signed-mail': {
    ja: '電子署名に包まれていたメールを取り出しました。署名は検証していません。',
    en: 'The mail was taken out of its digital signature; the signature was not verified.',
  },
  'over-deep-archive': {
    ja: '書庫の入れ子が深すぎるため、これより内側は開いていません。',
    en: 'Archives are nested too deeply; what is further inside was not opened.',
  },
  'over-intricate-picture': {
    ja: '画像が込み入っていて時間がかかりすぎるため、QRコードの検索を途中で止めました。',
    en: 'The picture is too intricate; the search for QR codes was given up.',
  },
  'over-large-header': {
    ja: 'ヘッダの値が長すぎるため、先頭だけを読みました。',
    en: 'A header value is too long; only its beginning was read.',
  },
  'over-large-html': {
    ja: 'HTML が大きすぎるため、先頭だけを読みました。',
    en: 'The HTML is too large; only its beginning was read.',
  },
  'over-large-member': {
    ja: '書庫内のファイルが大きすぎるため、展開していません。',
    en: 'A file in the archive is too large and was not unpacked.',
  },
  'over-large-picture': {
    ja: '画像が大きすぎるため、QRコードを探していません。',
    en: 'The picture is too large and was not searched for QR codes.',
  },
  'over-long-text': {
    ja: '本文が長すぎるため、先頭だけを読みました。',
    en: 'The text is too long; only its beginning was read.',
  },
  'over-many-addresses': {
    ja: 'アドレスが多すぎるため、一部だけを読みました。',
    en: 'There are too many addresses; only some were read.',
  },
  'over-many-archives': {
    ja: '書庫が多すぎるため、一部だけを開きました。',
    en: 'There are too many archives; only some were opened.',
  },
  'over-many-artefacts': {
    ja: '添付物が多すぎるため、一部だけを調べました。',
    en: 'There are too many files; only some were examined.',
  },
  'over-many-boundaries': {
    ja: '境界行に似た行が多すぎるため、残りは分割していません。',
    en: 'Too many lines look like boundaries; the rest was not split.',
  },
  'over-many-elements': {
    ja: 'HTML の要素の入れ子が深すぎるため、平坦に読みました。',
    en: 'HTML elements are nested too deeply and were read flat.',
  },
  'over-many-headers': {
    ja: 'ヘッダが多すぎるため、一部だけを読みました。',
    en: 'There are too many headers; only some were read.',
  },
  'over-many-hosts': {
    ja: 'リンク先のホストが多すぎるため、登録簿の名前との比較は一部だけ行いました。',
    en: 'Links lead to too many hosts; only some were compared with the names of the register.',
  },
  'over-many-links': {
    ja: 'リンクが多すぎるため、一部だけを読みました。',
    en: 'There are too many links; only some were read.',
  },
  'over-many-mails': {
    ja: 'メールが多すぎるため、一部だけを取り出しました。',
    en: 'There are too many mails; only some were taken out.',
  },
  'over-many-members': {
    ja: '書庫内のファイルが多すぎるため、一部だけを開きました。',
    en: 'The archive holds too many files; only some were opened.',
  },
  'over-many-parts': {
    ja: 'パートが多すぎるため、残りをひとつのパートとして残しました。',
    en: 'There are too many parts; the rest is kept as one part.',
  },
  'over-many-pictures': {
    ja: '文書内の画像が多すぎるため、一部だけを調べました。',
    en: 'The document holds too many pictures; only some were examined.',
  },
  'over-many-problems': {
    ja: '問題が多すぎるため、一部だけを示しています。',
    en: 'There are too many problems; only some are shown.',
  },
  'over-much-memory': {
    ja: '展開に必要なメモリが大きすぎるため、開いていません。',
    en: 'Unpacking would take too much memory, so it was not opened.',
  },
  'over-much-read': {
    ja: 'ファイルの合計が大きすぎるため、このファイルの中身は調べていません。',
    en: 'The files are too large in sum; what is in this one was not examined.',
  },
  'over-nested': {
    ja: '入れ子が深すぎるため、これより内側は分割していません。',
    en: 'Parts are nested too deeply; what is further inside was not split.',
  },
  'over-unpacked': {
    ja: '展開後の合計が大きすぎるため、残りは展開していません。',
    en: 'The unpacked total is too large; the rest was not unpacked.',
  },
  'part-after-final-boundary': {
    ja: '最後の境界行の後に、さらにパートがあります。',
    en: 'Further parts follow the closing boundary.',
  },
  'rebuilt-from-properties': {
    ja: '受信時のヘッダが残っていないため、Outlook の項目から組み立てました。',
    en: 'The header as received was not kept; it was rebuilt from the properties Outlook stores.',
  },
  'reconstructed-from-inline-forward': {
    ja: '転送文の引用から組み立てたメールです。元のヘッダは失われています。',
    en: 'This mail was rebuilt from quoted forwarded text; its original header is lost.',
  },
  'rules-cut-short': {
    ja: 'ハブのYARAルールの照合が時間・大きさ・個数の上限に達したため、このファイルとその後のファイルは十分に調べていません。',
    en: 'The hub’s YARA rules reached their limit of time, size or number; this file and those after it were not fully examined.',
  },
  'undecodable-characters': {
    ja: '文字コードの規則に合わないバイトがあります。',
    en: 'Some bytes do not fit the character encoding.',
  },
  'undeclared-charset': {
    ja: '文字コードの宣言がないため、推定して読みました。',
    en: 'No character encoding is declared; it was guessed.',
  },
  'unknown-charset': {
    ja: '宣言された文字コードが不明です。',
    en: 'The declared character encoding is unknown.',
  },
  'unknown-transfer-encoding': {
    ja: '転送エンコーディングが不明なため、そのまま読みました。',
    en: 'The transfer encoding is unknown; the body was read as it stands.',
  },
  'unlisted-member': {
    ja: '書庫の目録に載っていないファイルが見つかりました。ソフトによって、見えるファイルが異なります。',
    en: 'The archive holds a file that its directory does not list; programs differ in what they show.',
  },
  'unsupported-archive': {
    ja: 'この形式の書庫は開けません。',
    en: 'Archives of this kind cannot be opened.',
  },
  'unsupported-compression': {
    ja: '圧縮方式に対応していないため、展開できません。',
    en: 'The compression method is not supported.',
  },
  'unsupported-picture': {
    ja: 'この形式の画像は、QRコードを探せません。',
    en: 'Pictures of this kind cannot be searched for QR codes.',
  },
  'wrong-charset': {
    ja: '宣言された文字コードと内容が合わないため、推定して読みました。',
    en: 'The text does not fit its declared character encoding; it was guessed.',
  },
  'wrong-password': {
    ja: 'パスワードが分からないため、開けませんでした。',
    en: 'The password is not known, so it could not be opened.',
  },
} as const satisfies Record<string, Bilingual>

export type ProblemCode = keyof typeof SAY

/** A problem with its sentence in both languages. */
export function toProblem(code: ProblemCode, path: string): Problem {
  return { code, path, say: SAY[code] }
}

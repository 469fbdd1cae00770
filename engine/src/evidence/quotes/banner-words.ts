/** What mail gateways write into a mail that they let through: where it is from, that it was looked at, whom to tell. */
const JAPANESE = [
  String.raw`(?:社外|外部|組織外|学外|院外|庁外|部外|館外|所外)(?:の(?:差出人|送信者|送信元|組織|ドメイン|メールアドレス|方)?)?(?:から|より)(?:の)?(?:送信|送付|送られ|受信|届|配信|着信|メール|Eメール|電子メール)`,
  String.raw`(?:社外|外部|組織外|学外|院外|庁外|部外)(?:の|発信)?メール(?:です|につき|に(?:つき)?(?:ご)?注意|[】\])])`,
  String.raw`[【[(<](?:外部|社外|組織外|学外|庁外|外部送信者|注意喚起)[】\])>]`,
  String.raw`(?:不審|フィッシング|疑わし|怪し|迷惑)[^。\n]{0,8}メール[^。\n]{0,12}(?:報告|通報|届け出)`,
  String.raw`この(?:メール|メッセージ)を(?:報告|通報)`,
  String.raw`(?:ウイルス|ウィルス|マルウェア)[^。\n]{0,10}(?:チェック|スキャン|検査|検疫|駆除)[^。\n]{0,8}(?:済|実施|され|しました|完了|を行|を受け)`,
  String.raw`(?:メール|メッセージ)(?:は|には)[^。\n]{0,30}(?:スキャン|検疫|無害化|検査|フィルタ(?:ー)?)(?:済|さ|し|を(?:実施|通過|行))`,
  String.raw`添付(?:ファイル)?[^。\n]{0,15}(?:無害化|分離|隔離|除去)`,
  String.raw`なりすまし[^。\n]{0,8}(?:可能性|恐れ|おそれ|疑い)|標的型[^。\n]{0,10}(?:可能性|恐れ|おそれ|疑い)`,
  String.raw`リンク[^。\n]{0,6}添付[^。\n]{0,20}(?:注意|開か|クリックし)`,
  String.raw`(?:初めて|はじめて)(?:の|(?:メール|連絡)を(?:受信|受け取)[^。\n]{0,6})(?:メールアドレス|アドレス|差出人|送信者|相手)`,
  String.raw`(?:社外|外部|組織外)(?:ドメイン|アドレス)から`,
  String.raw`過去に[^。\n]{0,10}(?:やり取り|やりとり|受信|送受信)[^。\n]{0,8}(?:ありません|ない|なし)`,
  String.raw`(?:送信ドメイン|DMARC|SPF|DKIM)(?:の)?(?:認証|検証)[^。\n]{0,10}(?:失敗|不合格|エラー|できません|できていません)|\b(?:DMARC|SPF|DKIM)\s?[:=]?\s?(?:失敗|不合格)`,
  String.raw`隔離[^。\n]{0,8}(?:解放|解除|取り出)|迷惑メール[^。\n]{0,6}と(?:して)?(?:判定|判断|検知|検出|分類)`,
  String.raw`(?:差出人|送信者)(?:を|の)(?:ブロック|受信拒否)|(?:許可|拒否|ブロック|ホワイト|セーフ)リスト(?:に|へ|から)(?:追加|登録|削除)`,
  String.raw`[[【(<](?:spam|迷惑メール)[^\]】)>\n]{0,12}(?:判定|スコア|score|\d)`,
  String.raw`PPAP|添付(?:ファイル)?[^。\n]{0,12}(?:クラウド|サーバー?|ストレージ)[^。\n]{0,6}(?:保存|保管|格納)(?:され|しま|して)`,
  String.raw`(?:URL|リンク)[^。\n]{0,14}(?:書き換え|無効化|変換)(?:られ|され|して(?:い|お|あ)|ました|済)`,
  String.raw`(?:差出人|送信者|送信元)[^。\n]{0,6}(?:社内|組織内|学内)では(?:ありません|ない)|(?:差出人|送信者|送信元)[^。\n]{0,4}(?:組織|会社|社内|当社|弊社)の外部`,
  String.raw`[<《≪■◆●★※]{1,2}\s?(?:社外|外部|組織外|学外|庁外)(?:から)?(?:の)?(?:メール)?\s?[>》≫■◆●★※]{1,2}`,
  String.raw`(?:ウイルス|ウィルス|マルウェア|脅威)[^。\n]{0,8}(?:検出|検知|発見)され(?:ませんでした|ていません|ず)`,
  String.raw`からメールを受け取ることはあまりありません|頻繁にメールを受け取(?:っていま|りま)せん`,
]
const ENGLISH = [
  String.raw`\bexternal (?:e-?mail|mail|sender|source|message|origin)\b`,
  String.raw`[[(<*]\s?external\s?[\])>*]|^\W{0,8}external\s?[:!-]`,
  String.raw`\boriginat\w{1,4} (?:from )?(?:outside|an external)`,
  String.raw`\b(?:from|sent|came|received) (?:from )?(?:someone )?outside (?:of )?(?:the|your|our|this)\b`,
  String.raw`\boutside (?:of )?(?:the|your|our|this) (?:organi[sz]ation|company|corporation|university|institution|network|agency|firm|department)\b`,
  String.raw`\b(?:do not|don[’']t) (?:often |usually )?get (?:e-?mails?|messages?) from\b`,
  String.raw`\breport (?:this|a|any|as|it as) ?(?:e-?mail|mail|message|phish\w{0,3}|suspicious|spam|scam)`,
  String.raw`\breport (?:phishing|suspicious|spam)\b|\bmark (?:this )?as (?:spam|phish)`,
  String.raw`\b(?:scanned|screened|filtered|checked|inspected) (?:by|for|using|with)\b`,
  String.raw`\bvirus-? ?free\b|\bfree (?:of|from) (?:known )?(?:virus|malware)`,
  String.raw`\b(?:do not|don[’']t|avoid|never) (?:click|open)(?:ing)?\b[^.\n]{0,40}\b(?:links?|attachments?)\b`,
  String.raw`\b(?:use|exercise|extra) caution\b|\bcaution when (?:opening|clicking)|\bthink before (?:you )?click`,
  String.raw`[[(<]\s?ext\s?[\])>]`,
  String.raw`\bno (?:known )?(?:virus(?:es)?|malware|threats?) (?:was |were |has been |have been )?(?:found|detected)\b`,
  String.raw`\b(?:this )?sender is new to (?:you|your)\b|\b(?:not|n[’']t) (?:previously|recently|often) (?:corresponded|communicated|exchanged|received (?:an |any )?(?:e?-?mails?|messages?))\b`,
  String.raw`\bsender (?:that )?you have(?:n[’']t| not) (?:e-?mailed|contacted|written to)\b`,
  String.raw`\breleas(?:ed?|ing) (?:it )?from (?:the |your )?quarantine\b|\bblock (?:this )?sender\b`,
  String.raw`\bwas this (?:e-?mail|message) (?:spam|phishing|junk|suspicious|unwanted|malicious)\b`,
  String.raw`\bsender(?:[’']s)? (?:identity |address )?(?:could not|cannot|can[’']t) be (?:verified|authenticated|confirmed)\b`,
  String.raw`\bunverified sender\b|\bsender (?:is|was|has) not (?:been )?verified\b|\bfailed (?:our )?fraud|\bfirst[- ]time sender\b`,
]

const BANNER = new RegExp([...JAPANESE, ...ENGLISH].join('|'), 'iu')

/** Whether a line says what gateways of receiving organisations write, in Japanese and English. */
export const isBannerLine = (line: string): boolean => BANNER.test(line.normalize('NFKC'))

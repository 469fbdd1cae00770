/** Nouns that bulletins about attacks say, and what many trades are called by. */
const JAPANESE =
  '特定 メール 攻撃 実在 ドメイン 相手 返信 アドレス 振込先 変更 訂正 請求書 支払 実際 引用 時期 月中旬 本文 ' +
  'リンク 添付 ファイル 受信 有無 確認 電話 不審 宛先 取引先 送金 依頼 以前 番号 メールアカウント 悪用 詐欺 ' +
  '弁護士 社外 権威 第三者 準備 認証情報 フィッシングメール 入力 ウイルス 感染 不正 記録 組織内 侵入 形跡 ' +
  'ランサムウェア 暗号資産 採掘 プログラム サイト ウェブサイト 不達 通知 無関係 同報先 関係者 名前 改変 本人 ' +
  '表示名 本当 送信元 無料 メールサービス 直前 登録 一連 共通 規則 名付 受信者 配送 開封 設定 画像 認証 結果 ' +
  '名乗 正規 アカウント 成功 秘密 案件 時事 話題 口実 対応 クラウドサービス 認証画面 パスワード 表示 アイコン ' +
  'ページ 検査 転送用 符号 ロゴ 外部 本物 道具 日本語 文字 一部 公開 経歴 文面 マクロ 実行 弱点 外部参照 機能 ' +
  '圧縮 開発用 コード タスクスケジューラ 部品 符号化 ブラウザ 警告 中継 フィルター スマートフォン ハブ 検知 ルール ' +
  '一致 手段 場合 端末 ネットワーク 窓口 連絡 連絡先 送信 自動 心当 見覚 許可 全員 見比 ブックマーク 公式 ' +
  'アプリ 状況 サインイン 誘導 展開 社内 登録済 管理業者 停止 フリーメール 取引 取得 山括弧 差出人名 詐称 説明 ' +
  '判断 カーソル 一文字 クリック コンテンツ 有効化 編集 有効 文書 自組織 漢字 文字化 氏名 宛名 ビルド 起動 ' +
  '命名規則 更新 適用 仕掛 電話番号 支払時期 ボタン 送信者 方法 自分 証拠 プロフィール 画面 開封通知 要求 自社 ' +
  'フォルダー サーバ ポート 契約先 最初 宛名入 宛先欄 金銭 返信先 ヘッダー サーバー 不達通知 被害者 タスク 定義 引用文 今回 短縮 該当 ' +
  'ウェブシェル 遮断 フォーム 流量制限 検討 ウェブサーバー 探索 暗号 資産 参照 管理 業者 差出 人名 命名 流量 ' +
  '制限 自動車 医療 航空 商品 製品 教育 食品 住宅 建設 電力 金融 物流 観光 農業 漁業 林業 福祉 介護 健康 ' +
  '美容 家庭 学校 企業 事業 経営 人材 労務 法務 財務 研究 開発 製造 販売 運輸 交通 電気 電子 機械 金属 化学 ' +
  '食料 衣料 衛生 保安 防災 警備 清掃 印刷 出版 放送 広告 不動産 カメラ ロボット エネルギー スポーツ ペット ' +
  'こども みんな まち くらし からだ あした'

const LATIN =
  'about abuse abuses action address addresses again aimed alike allow already altered always angle another answer ' +
  'answered anybody anything apparently appears archive arrived asked asks assets attached attachment attachments ' +
  'attacked attacks authentication authority automatic back beacon became because before behind below blocked blocking bookmark ' +
  'borrows bounces brackets browser build built buttons call calling cannot carries change changed changes channel characters ' +
  'check click close closely code come comes common compare computers confidential configuration confirm consider content ' +
  'continuation continued contractor contradicts conversation copied copy corrected correspondent credentials crypto current date ' +
  'deal dealt delivery description desk developer differs disconnect display dkim dmarc document does doubt down dressed ' +
  'earlier editing elsewhere enable encoded executed expected exploits fake false fetched files filters fitting follow ' +
  'follows forms found fraud free from front garbled gateway gathering genuine given gives have headers hidden hides ' +
  'holds hosted hostile hover however html icon identity image impersonated import indicators infect inside instead into ' +
  'intrusion invisible japanese just keep kept kind knew know known knows lawyer lead leads letter like limit links lists ' +
  'loaded loading logo logs look looks lost lure lures machine macro macros mails malicious malware many match meant ' +
  'meets mining money msbuild named names naming neither none normally nothing notification notifications number obtain ' +
  'october official once ones open opened opening opens organisation other outside over packed pages part partner party ' +
  'paying payments people permissions phishing phone picture pictures place points posed poses posing position ' +
  'preparation prepare press pretext probed probing profile program project proves published quick quoted quotes ' +
  'ransomware rate read real receipt receipts received recipients redirecting reference registered registrar rely remote ' +
  'replies request requests resembles return right rule rules runs scanning scheduler search send sending sends sent ' +
  'series serves settings share shares shortened should show shown shows sign signs sites some sources succeeds such suspicious taken ' +
  'targeted task tasks telephone tell tells text that them there they this those through tool topic tracking traffic trap ' +
  'tried true typed typing unauthorised under unexpected unknown unless unpack unrelated urgent used uses victim warnings ' +
  'weakness weaknesses webdav were what when where whether whoever whose with withdraw without wrapped written wrote your yourself'

/** Words of every bulletin: a company that begins with one (医療 of 医療システム) does not own it. */
export const BULLETIN_WORDS: readonly string[] = `${JAPANESE} ${LATIN}`.split(' ')

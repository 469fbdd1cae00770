import { BULLETIN_WORDS } from './bulletin-words.ts'

/**
 * Places, surnames and words that many companies are called by. Alone they name nobody: a text that says
 * 大阪 is not about 大阪精機, and one that was refused for it could never be written. They are reported as
 * weak traces, which a person looks at. Entered as a name of its own, an ordinary word refuses where it is a word
 * of its own, unless bulletins use it every day.
 */
const PLACES =
  '北海道 青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 東京 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 滋賀 京都 大阪 兵庫 奈良 和歌山 ' +
  '鳥取 島根 岡山 広島 山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄 札幌 仙台 横浜 川崎 名古屋 神戸 堺 北九州 浜松 金沢 松本 松山 ' +
  '関東 関西 東北 北陸 東海 近畿 中国 四国 九州 中部 信州 湘南 日本 本州 国際 世界 亜細亜 アジア 太平洋 東洋 西日本 東日本 北日本 新日本 全日本 中日本 大日本 ' +
  '品川 新宿 渋谷 池袋 銀座 新橋 大宮 船橋 梅田 難波 博多 天神 丸の内 霞が関 千代田 港 中央'

const SURNAMES =
  '佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斉藤 清水 山崎 森 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 ' +
  '長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 中野 三浦 原田 中川 松田 竹内 小野 田村 中山 和田 石田 森田 上田 原 内田 柴田 酒井 ' +
  '宮崎 横山 高木 安藤 宮本 大野 小島 谷口 工藤 今井 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 木下 久保 佐野 野村 松尾 市川 菊地 杉本 古川 大西 島田 水野 桜井 渡部 吉川 山内 飯田 西田 菊池 西川 小松 北村 安田 五十嵐 川口 平田 関 中田 久保田 服部 東 岩田 土屋 川崎 福島 本田 辻 樋口 秋山 田口 永井 山中 中西 吉村 川上 大橋 石原 松岡 浜田 馬場 森本 矢野 浅野 松下 星野 大久保 吉岡 小池 野田 荒木'

const EVERYDAY_WORDS =
  '中央 総合 新興 西部 南部 北部 東部 未来 希望 一 三 第一 第二 一般 国内 海外 共同 共立 共栄 平和 協会 連合 組合 本部 中心 信頼 安全 相互 公共 地域 生活 社会 環境 自然 ' +
  '技術 情報 通信 科学 産業 経済 教育 みらい アルファ ベータ グローバル ネット テック データ クラウド セキュリティ システム サービス メディア トータル ライフ ホーム'

const WORDS =
  '大和 大正 昭和 平成 令和 明治 三和 三共 協同 協和 新光 新生 新和 日新 日東 日光 日成 太陽 朝日 旭 光 東亜 東和 東栄 東邦 東都 ' +
  '富士 不二 双葉 若葉 青葉 緑 みどり さくら 桜 ひまわり あおぞら あおば ひかり のぞみ つばさ きずな 大成 大同 大東 大洋 大栄 丸 丸一 丸三 ' +
  '誠 信和 正和 昭栄 永和 栄和 アクア サン スター ユニ コスモ フェニックス エース'

const EVERYDAY_LATIN =
  'alpha beta gamma delta north south east west northern southern eastern western central bridge first second prime premier ' +
  'united allied general national universal world global digital data cloud cyber smart future modern advanced direct express ' +
  'total premium quality trust safety security secure red blue green black white home house family life health care beauty ' +
  'fashion sports music media network online mobile wireless tokyo osaka kyoto nagoya yokohama kobe sapporo fukuoka hiroshima ' +
  'sendai japan nippon nihon asia pacific america european london paris berlin york boston chicago dallas sydney ' +
  'standard trading target shell square stripe slack teams zoom box link path gate window windows office word excel access point ' +
  'summer winter sun'

const LATIN =
  'omega star moon sky sea ocean atlantic arctic summit peak river lake island mountain valley forest garden spring autumn ' +
  'royal imperial union planet earth apple orange lemon cherry rose lily lotus eagle falcon hawk lion tiger bear wolf phoenix ' +
  'dragon horse gold golden silver iron steel copper diamond crystal pearl stone rock sand purple austin oxford cambridge oracle ' +
  'block sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto ' +
  'inoue kimura hayashi shimizu yamazaki mori abe ikeda hashimoto'

/** Words that a text about any attack may hold. */
export const EVERYDAY_NAMES: ReadonlySet<string> = new Set([
  ...`${PLACES} ${EVERYDAY_WORDS} ${EVERYDAY_LATIN}`.split(' '),
  ...BULLETIN_WORDS,
])

export const ORDINARY_NAMES: ReadonlySet<string> = new Set([
  ...EVERYDAY_NAMES,
  ...`${SURNAMES} ${WORDS} ${LATIN}`.split(' '),
])

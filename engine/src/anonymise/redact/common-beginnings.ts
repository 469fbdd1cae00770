import { reduceName } from './reduce-text.ts'

/** Words with which so many companies begin that alone they name none; in a text they are mostly the word itself. */
const COMMON_BEGINNINGS =
  '日本 東京 大阪 京都 名古屋 横浜 神戸 福岡 札幌 仙台 広島 北海道 九州 四国 沖縄 関東 関西 東北 北陸 中部 中国 近畿 東海 信越 山陽 山陰 瀬戸内 西日本 ' +
  '東日本 北日本 新日本 全日本 大日本 青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 滋賀 兵庫 ' +
  '奈良 和歌山 鳥取 島根 岡山 山口 徳島 香川 愛媛 高知 佐賀 長崎 熊本 大分 宮崎 鹿児島 川崎 堺 浜松 姫路 長岡 函館 小樽 盛岡 水戸 宇都宮 前橋 甲府 金沢 ' +
  '大津 松江 高松 松山 那覇 北九州 倉敷 尼崎 川口 船橋 八王子 相模原 銀座 新宿 渋谷 品川 中央 国際 総合 第一 第二 共同 協同 共立 協和 東亜 東洋 太平洋 大西洋 ' +
  '富士 三和 大和 明治 大正 昭和 平成 令和 朝日 旭 全国 世界 国民 住宅 都市 自動 精密 特殊 一般 先進 先端 未来 新興 平和 光 太陽 北斗 三光 大同 大成 ' +
  '日東 日新 日進 日立 中外 中日 東西 南北 北方 南方 西部 東部 北部 南部 電子 電気 通信 情報 技術 産業 商業 農業 医療 環境 株式 有限 ' +
  'ジャパン アジア アメリカ ヨーロッパ グローバル インターナショナル ワールド ナショナル ユニバーサル パシフィック スター サン トータル アドバンス デジタル スマート ' +
  'general national standard first united american european british german french japan japanese nippon nihon tokyo osaka kyoto nagoya yokohama ' +
  'asia asian africa china korea india global international world worldwide universal pacific atlantic nordic baltic alpine northern southern ' +
  'eastern western central royal imperial modern premier prime advanced applied digital superior quality precision smart green blue black white ' +
  'golden silver star sun moon ocean river mountain north south east west great grand best delta alpha beta gamma omega sigma apex summit eagle ' +
  'lion bridge gate stone total united city metro urban capital trust security safe cyber data cloud micro macro mega nano tech techno auto ' +
  'bank mail email office online direct express rapid quick active open future next new vision horizon century millennium liberty freedom heritage ' +
  'professional reliable integrated dynamic creative innovative strategic combined associated allied federal state public private industrial ' +
  'london paris berlin oslo york boston texas california dublin madrid milan rome vienna zurich singapore shanghai beijing seoul taipei sydney'

/** The most frequent surnames; a company that bears one shares it with thousands (Meiji Yasuda, 全国同姓調査). */
const SURNAMES =
  '佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 清水 山崎 阿部 池田 橋本 森 林 石川 山下 中島 小川 石井 前田 岡田 ' +
  '長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 斉藤 福田 太田 西村 藤井 金子 岡本 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 森田 上田 原 内田 柴田 酒井 ' +
  '宮崎 横山 高木 安藤 宮本 大野 小島 谷口 今井 工藤 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 久保 木下 佐野 野村 松尾 ' +
  '市川 菊地 杉本 古川 大西 島田 水野 桜井 渡部 高野 吉川 山内 西田 飯田 菊池 西川 小松 北村 安田 五十嵐 川口 平田 関 中田 久保田 東 服部 川崎 岩田 土屋 福島 本田 辻 ' +
  '樋口 秋山 田口 永井 山中 中西 吉村 川上 石原 大橋 松岡 馬場 浜田 森本 星野 矢野 浅野 松下 大久保 吉岡 荒井 小池 野田 ' +
  'sato suzuki takahashi tanaka ito watanabe yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura saito ' +
  'shimizu yamazaki yamasaki abe ikeda hashimoto mori hayashi ishikawa yamashita nakajima nakashima ogawa ishii maeda okada hasegawa fujita ' +
  'goto kondo murakami endo aoki sakamoto fukuda ota nishimura fujii kaneko okamoto fujiwara miura nakano nakagawa harada matsuda takeuchi ' +
  'ono tamura nakayama wada ishida morita ueda hara uchida shibata sakai miyazaki yokoyama takagi ando miyamoto oshima ohno kojima taniguchi ' +
  'imai kudo takada masuda maruyama sugiyama murata otsuka arai hirano fujimoto kawano ueno noguchi takeda matsui chiba sugawara iwasaki kubo ' +
  'smith jones brown williams taylor davies wilson evans thomas johnson roberts walker wright robinson thompson hughes edwards green wood ' +
  'harris martin jackson clarke clark lewis anderson miller davis garcia schmidt müller schneider fischer weber hansen olsen larsen johansson ' +
  'andersson nilsson nielsen jensen kumar singh wang zhang chen kim lee park'

/** Those in kanji that are not places as well. */
export const KANJI_SURNAMES: readonly string[] = SURNAMES.split(' ').filter(
  (surname) =>
    /^\p{Script=Han}[\p{Script=Han}々]+$/u.test(surname) &&
    !COMMON_BEGINNINGS.split(' ').includes(surname),
)

/** Those in Latin letters that are no English words as well. */
export const LATIN_SURNAMES: readonly string[] = SURNAMES.split(' ').filter(
  (surname) =>
    /^\p{Script=Latin}{3,}$/u.test(surname) &&
    !['green', 'wood', 'walker', 'miller', 'park', 'clark', 'lewis', 'chen', 'ono'].includes(
      surname,
    ),
)

/** Whether the first part of a company's name may as well be an ordinary word, a place or anybody's surname. */
export const isCommonBeginning = (word: string): boolean => BEGINNINGS.has(reduceName(word))

const BEGINNINGS: ReadonlySet<string> = new Set([
  ...COMMON_BEGINNINGS.split(' ').map((word) => reduceName(word)),
  ...SURNAMES.split(' ').map((word) => reduceName(word)),
])

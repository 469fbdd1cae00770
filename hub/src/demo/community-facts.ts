/**
 * The invented community of the demonstration: 13 SIGs, 2 coordination frameworks and the
 * organisations in them, with memberships over several years. Every name is made up; every
 * domain ends in `.example`.
 */

export interface DemoGroup {
  readonly key: string
  readonly kind: 'sig' | 'framework'
  readonly ja: string
  readonly en: string
}

// biome-ignore format: a table is read by its columns.
export const DEMO_GROUPS: readonly DemoGroup[] = [
  { key: 'machinery',   kind: 'sig', ja: '機械業界SIG',     en: 'Machinery SIG' },
  { key: 'power',       kind: 'sig', ja: '電力業界SIG',     en: 'Electric power SIG' },
  { key: 'gas',         kind: 'sig', ja: 'ガス業界SIG',     en: 'Gas SIG' },
  { key: 'chemicals',   kind: 'sig', ja: '化学業界SIG',     en: 'Chemicals SIG' },
  { key: 'oil',         kind: 'sig', ja: '石油業界SIG',     en: 'Oil SIG' },
  { key: 'resources',   kind: 'sig', ja: '資源開発業界SIG', en: 'Resource development SIG' },
  { key: 'automotive',  kind: 'sig', ja: '自動車業界SIG',   en: 'Automotive SIG' },
  { key: 'credit',      kind: 'sig', ja: 'クレジット業界SIG', en: 'Credit SIG' },
  { key: 'aviation',    kind: 'sig', ja: '航空業界SIG',     en: 'Aviation SIG' },
  { key: 'logistics',   kind: 'sig', ja: '物流業界SIG',     en: 'Logistics SIG' },
  { key: 'railway',     kind: 'sig', ja: '鉄道業界SIG',     en: 'Railway SIG' },
  { key: 'construction', kind: 'sig', ja: '建設業界SIG',    en: 'Construction SIG' },
  { key: 'broadcast',   kind: 'sig', ja: '放送業界SIG',     en: 'Broadcasting SIG' },
  { key: 'medical',     kind: 'framework', ja: '医療業界情報連携体制', en: 'Medical coordination framework' },
  { key: 'water',       kind: 'framework', ja: '水道情報連携体制',     en: 'Waterworks coordination framework' },
]

export interface DemoOrganisation {
  readonly key: string
  readonly name: string
  readonly kana: string
  readonly romaji: string
  readonly short: string
  readonly domain: string
  /** Division of the Japan Standard Industrial Classification. */
  readonly industry: string
  readonly constituents: number
  /** Head of the organisation, kanji and romaji: what type 2 fraud borrows. */
  readonly head: readonly [string, string]
  /** Contact point, kanji and local part. */
  readonly contact: readonly [string, string]
  /** Group key and the days of joining and leaving. */
  readonly joined: readonly (readonly [string, string, string?])[]
}

type Row = readonly [
  string,
  string,
  string,
  string,
  string,
  string,
  readonly [string, string],
  readonly [string, string],
  DemoOrganisation['joined'],
  number?,
]

// key, name, kana, romaji, short, industry, head, contact, memberships, organisations behind it
// biome-ignore format: a table is read by its columns.
const ROWS: readonly Row[] = [
  ['kitahama-seiki',  '北浜精機株式会社',     'キタハマセイキ',   'Kitahama Seiki',     'KSK', 'E', ['大庭 修一', 'Shuichi Oba'],        ['田中 実',   'tanaka'],    [['machinery', '2012-04-01']]],
  ['shiramine-hi',    '白峰重工業株式会社',   'シラミネジュウコウギョウ', 'Shiramine Heavy Industries', '白峰重工', 'E', ['鷹野 恒一', 'Koichi Takano'], ['近藤 明',   'kondo'],     [['machinery', '2012-04-01'], ['resources', '2017-07-01']]],
  ['aoba-kasei',      '青葉化成株式会社',     'アオバカセイ',     'Aoba Kasei',         'AKC', 'E', ['真鍋 律子', 'Ritsuko Manabe'],     ['阿部 直美', 'abe'],       [['chemicals', '2013-10-01']]],
  ['nanko-power',     '南港電力株式会社',     'ナンコウデンリョク', 'Nanko Power',      '南港電力', 'F', ['榊原 剛',   'Tsuyoshi Sakakibara'], ['水野 香', 'mizuno'],  [['power', '2012-10-01']]],
  ['tateyama-tool',   '立山工機株式会社',     'タテヤマコウキ',   'Tateyama Kohki',     'TTK', 'E', ['江口 伸',   'Shin Eguchi'],         ['堤 亮',    'tsutsumi'],  [['machinery', '2014-07-01']]],
  ['mikage-turbine',  '御影タービン株式会社', 'ミカゲタービン',   'Mikage Turbine',     'MTC', 'E', ['生田 康夫', 'Yasuo Ikuta'],         ['湊 千尋',  'minato'],    [['machinery', '2015-04-01'], ['power', '2019-10-01']]],
  ['sekiya-pump',     '関屋ポンプ株式会社',   'セキヤポンプ',     'Sekiya Pump',        '関屋', 'E', ['関屋 俊',   'Shun Sekiya'],         ['庄司 恵',  'shoji'],     [['machinery', '2018-01-01']]],
  ['kannami-valve',  '函南バルブ株式会社',   'カンナミバルブ',   'Kannami Valve',      'KVC', 'E', ['杉浦 孝',   'Takashi Sugiura'],     ['須田 圭',  'suda'],      [['machinery', '2020-04-01']]],
  ['tokiwa-grid',     '常盤送配電株式会社',   'トキワソウハイデン', 'Tokiwa Grid',      '常盤送配電', 'F', ['相沢 徹', 'Toru Aizawa'],       ['牧 由紀',  'maki'],      [['power', '2013-04-01']]],
  ['oushu-hydro',     '奥州水力発電株式会社', 'オウシュウスイリョク', 'Oushu Hydro',    'OHP', 'F', ['千葉 宏',   'Hiroshi Chiba'],       ['及川 学',  'oikawa'],    [['power', '2016-04-01']]],
  ['setouchi-wind',   '瀬戸内風力株式会社',   'セトウチフウリョク', 'Setouchi Wind',    'SWP', 'F', ['高見 楓',   'Kaede Takami'],        ['岡 真人',  'oka'],       [['power', '2020-04-01']]],
  ['yahagi-energy',   '矢作エナジー株式会社', 'ヤハギエナジー',   'Yahagi Energy',      'YEC', 'F', ['神谷 聡',   'Satoshi Kamiya'],      ['成瀬 玲',  'naruse'],    [['power', '2020-04-01'], ['gas', '2021-04-01']]],
  ['bokuto-gas',      '墨東ガス株式会社',     'ボクトウガス',     'Bokuto Gas',         '墨東ガス', 'F', ['早川 隆', 'Takashi Hayakawa'],   ['森下 望',  'morishita'], [['gas', '2012-07-01']]],
  ['ibuki-gas',       '伊吹ガス株式会社',     'イブキガス',       'Ibuki Gas',          'IGC', 'F', ['辻 和也',   'Kazuya Tsuji'],        ['畑 美里',  'hata'],      [['gas', '2014-04-01']]],
  ['nishijin-gas',    '西陣都市ガス株式会社', 'ニシジントシガス', 'Nishijin City Gas',  'NTG', 'F', ['梶原 誠',   'Makoto Kajiwara'],     ['三浦 豪',  'miura'],     [['gas', '2017-10-01', '2022-07-01']]],
  ['kagami-chem',     '加賀美化学工業株式会社', 'カガミカガクコウギョウ', 'Kagami Chemical', 'KCI', 'E', ['加賀美 淳', 'Jun Kagami'],     ['宮本 綾',  'miyamoto'],  [['chemicals', '2012-10-01']]],
  ['hokuto-resin',    '北斗樹脂株式会社',     'ホクトジュシ',     'Hokuto Resin',       'HRC', 'E', ['大和田 進', 'Susumu Owada'],        ['東 健',    'azuma'],     [['chemicals', '2014-10-01']]],
  ['minori-agri',     'みのり農材株式会社',   'ミノリノウザイ',   'Minori Agri',        'みのり', 'E', ['稲垣 豊', 'Yutaka Inagaki'],     ['平田 葵',  'hirata'],    [['chemicals', '2018-04-01']]],
  ['seiryu-fine',     '清流ファインケム株式会社', 'セイリュウファインケム', 'Seiryu Fine Chem', 'SFC', 'E', ['藤代 薫', 'Kaoru Fujishiro'],  ['久保 翔',  'kubo'],      [['chemicals', '2020-07-01']]],
  ['wakamatsu-oil',   '若松石油株式会社',     'ワカマツセキユ',   'Wakamatsu Oil',      '若松石油', 'E', ['柏木 博', 'Hiroshi Kashiwagi'],  ['南 歩',    'minami'],    [['oil', '2013-04-01']]],
  ['tomari-refine',   '泊精製株式会社',       'トマリセイセイ',   'Tomari Refining',    'TRC', 'E', ['矢島 清',   'Kiyoshi Yajima'],      ['上原 空',  'uehara'],    [['oil', '2015-10-01'], ['chemicals', '2019-04-01']]],
  ['irago-terminal',  '伊良湖油槽株式会社',   'イラゴユソウ',     'Irago Terminal',     'ITC', 'H', ['白井 守',   'Mamoru Shirai'],       ['佐伯 光',  'saeki'],     [['oil', '2019-01-01']]],
  ['daichi-mining',   '大地鉱業株式会社',     'ダイチコウギョウ', 'Daichi Mining',      '大地鉱業', 'C', ['室井 武', 'Takeshi Muroi'],      ['古川 楓',  'furukawa'],  [['resources', '2013-07-01']]],
  ['ogasawara-ocean', '小笠原海洋開発株式会社', 'オガサワラカイヨウ', 'Ogasawara Ocean', 'OOD', 'C', ['早瀬 巌',   'Iwao Hayase'],        ['小泉 凪',  'koizumi'],   [['resources', '2016-07-01']]],
  ['hayate-motor',    '疾風自動車株式会社',   'ハヤテジドウシャ', 'Hayate Motor',       'HMC', 'E', ['風間 駿',   'Shun Kazama'],         ['石田 悠',  'ishida'],    [['automotive', '2014-04-01']]],
  ['kurama-brake',    '鞍馬制動機株式会社',   'クラマセイドウキ', 'Kurama Brake',       'KBI', 'E', ['鞍馬 正',   'Tadashi Kurama'],      ['内田 潤',  'uchida'],    [['automotive', '2014-04-01']]],
  ['asahina-seat',    '朝比奈シート株式会社', 'アサヒナシート',   'Asahina Seat',       'ASC', 'E', ['朝比奈 蓮', 'Ren Asahina'],         ['岸 美帆',  'kishi'],     [['automotive', '2017-04-01']]],
  ['mizunami-harness',  '瑞浪ハーネス株式会社', 'ミズナミハーネス', 'Mizunami Harness',   'MHC', 'E', ['水上 司',   'Tsukasa Mizukami'],    ['安藤 環',  'ando'],      [['automotive', '2021-10-01']]],
  ['sakura-card',     'さくら路カード株式会社', 'サクラジカード', 'Sakuraji Card',      'SJC', 'J', ['桜庭 篤',   'Atsushi Sakuraba'],    ['中島 薫',  'nakajima'],  [['credit', '2014-10-01']]],
  ['monzen-credit',   '門前信販株式会社',     'モンゼンシンパン', 'Monzen Credit',      '門前信販', 'J', ['小松 賢', 'Ken Komatsu'],        ['松尾 仁',  'matsuo'],    [['credit', '2015-01-01']]],
  ['akatsuki-pay',    '暁ペイメント株式会社', 'アカツキペイメント', 'Akatsuki Payment', 'AKP', 'J', ['暁 涼',     'Ryo Akatsuki'],        ['山根 希',  'yamane'],    [['credit', '2019-07-01']]],
  ['hane-airways',    '羽根航空株式会社',     'ハネコウクウ',     'Hane Airways',       '羽根航空', 'H', ['空閑 昇', 'Noboru Kuga'],        ['西村 翼',  'nishimura'], [['aviation', '2015-04-01']]],
  ['misora-airport',  '美空空港株式会社',     'ミソラクウコウ',   'Misora Airport',     'MAC', 'H', ['長谷 渉',   'Wataru Hase'],         ['原 舞',    'hara'],      [['aviation', '2016-10-01']]],
  ['kamome-maint',    'かもめ航空整備株式会社', 'カモメコウクウセイビ', 'Kamome Aero', 'KAM', 'H', ['浜口 晃',   'Akira Hamaguchi'],     ['谷口 朔',  'taniguchi'], [['aviation', '2019-04-01']]],
  ['hikyaku-logi',    '飛脚路物流株式会社',   'ヒキャクジブツリュウ', 'Hikyakuji Logistics', 'HLC', 'H', ['荷見 努', 'Tsutomu Hasumi'],   ['杉本 碧',  'sugimoto'],  [['logistics', '2016-01-01']]],
  ['tsubame-ship',    'つばめ海運株式会社',   'ツバメカイウン',   'Tsubame Shipping',   'つばめ海運', 'H', ['港 航平', 'Kohei Minato'],     ['川口 澪',  'kawaguchi'], [['logistics', '2016-01-01'], ['oil', '2021-01-01']]],
  ['kita-soko',       '北倉庫株式会社',       'キタソウコ',       'Kita Warehouse',     '北倉庫', 'H', ['蔵本 実',  'Minoru Kuramoto'],    ['島 楓',    'shima'],     [['logistics', '2018-10-01']]],
  ['ryoun-rail',      '凌雲鉄道株式会社',     'リョウウンテツドウ', 'Ryoun Railway',    '凌雲鉄道', 'H', ['線崎 守', 'Mamoru Senzaki'],     ['駅田 春',  'ekita'],     [['railway', '2016-04-01']]],
  ['minami-metro',    '南市地下鉄株式会社',   'ミナミシチカテツ', 'Minami Metro',       'MMC', 'H', ['地引 満',   'Mitsuru Jibiki'],      ['北川 樹',  'kitagawa'],  [['railway', '2017-01-01']]],
  ['takao-signal',    '高尾信号株式会社',     'タカオシンゴウ',   'Takao Signal',       'TKS', 'E', ['高尾 望',   'Nozomu Takao'],        ['野口 栞',  'noguchi'],   [['railway', '2018-07-01'], ['machinery', '2019-07-01']]],
  ['iwato-build',     '岩戸建設株式会社',     'イワトケンセツ',   'Iwato Construction', '岩戸建設', 'D', ['岩戸 哲', 'Tetsu Iwato'],        ['大島 迅',  'oshima'],    [['construction', '2017-04-01']]],
  ['hashira-eng',     '柱エンジニアリング株式会社', 'ハシラエンジニアリング', 'Hashira Engineering', 'HEC', 'D', ['柱谷 司', 'Tsukasa Hashiratani'], ['福田 樹', 'fukuda'], [['construction', '2017-04-01'], ['resources', '2018-04-01']]],
  ['mori-infra',      '森路インフラ株式会社', 'モリジインフラ',   'Moriji Infra',       'MIC', 'D', ['森路 大',   'Dai Moriji'],          ['村田 紬',  'murata'],    [['construction', '2020-10-01']]],
  ['denpa-tv',        '電波塔テレビ株式会社', 'デンパトウテレビ', 'Denpato TV',         '電波塔', 'G', ['音無 響',  'Hibiki Otonashi'],    ['坂井 奏',  'sakai'],     [['broadcast', '2018-01-01']]],
  ['kodama-radio',    'こだま放送株式会社',   'コダマホウソウ',   'Kodama Broadcasting', 'KDB', 'G', ['木霊 響子', 'Kyoko Kodama'],      ['丸山 律',  'maruyama'],  [['broadcast', '2019-10-01']]],
  ['med-clinics',     '全国診療所連合会',     'ゼンコクシンリョウジョレンゴウカイ', 'Federation of Clinics', '診療連', 'P', ['医王 清', 'Kiyoshi Io'],  ['薬師 恵',  'yakushi'],   [['medical', '2018-07-01']], 2300],
  ['med-hospitals',   '地域病院協議会',       'チイキビョウインキョウギカイ', 'Regional Hospitals Council', '病協', 'P', ['病田 治', 'Osamu Yamada'],  ['看田 優',  'kanda'],     [['medical', '2018-07-01']], 1700],
  ['med-pharma',      '調剤薬局協会',         'チョウザイヤッキョクキョウカイ', 'Pharmacies Association', '薬協', 'P', ['調 剛',  'Go Shirabe'],        ['丸薬 凛',  'gan'],       [['medical', '2019-04-01']], 1200],
  ['med-care',        '介護施設連絡会',       'カイゴシセツレンラクカイ', 'Care Homes Liaison', '介護連', 'P', ['介川 守',  'Mamoru Sukegawa'],     ['施川 結',  'segawa'],    [['medical', '2019-04-01']], 300],
  ['water-kita',      '北都水道局',           'ホクトスイドウキョク', 'Hokuto Waterworks', '北都水道', 'F', ['水城 潔', 'Kiyoshi Mizuki'],    ['泉 湧',    'izumi'],     [['water', '2020-01-01']]],
  ['water-higashi',   '東郷水道企業団',       'トウゴウスイドウ', 'Togo Water',         '東郷水道', 'F', ['瀬川 流', 'Nagare Segawa'],      ['滝 蓮',    'taki'],      [['water', '2020-01-01']]],
  ['water-nishi',     '西浦上下水道センター', 'ニシウラジョウゲスイドウ', 'Nishiura Water', '西浦水道', 'F', ['井戸 深', 'Fukashi Ido'],       ['川辺 澄',  'kawabe'],    [['water', '2021-04-01']]],
]

export const DEMO_ORGANISATIONS: readonly DemoOrganisation[] = ROWS.map(
  ([key, name, kana, romaji, short, industry, head, contact, joined, constituents]) => ({
    key,
    name,
    kana,
    romaji,
    short,
    industry,
    head,
    contact,
    joined,
    domain: `${key}.example`,
    constituents: constituents ?? 0,
  }),
)

/** Confidential watch lists: partners whose look-alikes the hub should notice. */
export const DEMO_PARTNERS: readonly {
  readonly of: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly domains: readonly string[]
}[] = [
  {
    of: 'kitahama-seiki',
    name: 'Fjordell Pumps AS',
    aliases: ['フィヨルデルポンプ', 'Fjordell Pumps'],
    domains: ['fjordell-pumps.co.example'],
  },
  {
    of: 'shiramine-hi',
    name: 'Fjordell Pumps AS',
    aliases: ['Fjordell Pumps'],
    domains: ['fjordell-pumps.co.example'],
  },
  {
    of: 'aoba-kasei',
    name: 'Lindqvist Polymer AB',
    aliases: ['Lindqvist'],
    domains: ['lindqvist-polymer.example'],
  },
  {
    of: 'hayate-motor',
    name: 'Brandt Getriebe GmbH',
    aliases: ['Brandt'],
    domains: ['brandt-getriebe.example'],
  },
]

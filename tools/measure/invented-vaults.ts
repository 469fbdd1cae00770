import type { TraceOrganisation } from 'engine'

/**
 * Thirty organisations that do not exist, as members would enter them: names in kanji, kana, Latin letters and
 * three letters; domains, people with common surnames, telephone numbers.
 */
const ROWS: readonly (readonly [
  names: string,
  domain: string,
  people: string,
  telephone: string,
])[] = [
  [
    '株式会社碧浜工機/へきひんこうき/Hekihin Koki/HKK',
    'hekihin-koki',
    '志村 健吾/しむら けんご',
    '03-0101-4410',
  ],
  [
    '汐留川電装株式会社/シオドメガワ/Shiodomegawa Denso',
    'shiodomegawa',
    '日下部 梓/くさかべ あずさ',
    '03-0101-4422',
  ],
  [
    '鷹取化成工業株式会社/たかとりかせい/TKK',
    'takatori-kasei',
    '伊東 修/いとう おさむ',
    '06-0401-2231',
  ],
  ['カナリスタ株式会社/Canalista', 'canalista', '大庭 未来/おおば みく', '052-010-8821'],
  ['ソレイルナ/Soreiluna Inc.', 'soreiluna', '森 遥/もり はるか', '03-0202-1833'],
  ['御影石油株式会社/みかげせきゆ/MSK', 'mikage-oil', '加納 一/かのう はじめ', '078-010-2341'],
  ['株式会社ヤマセ物流/Yamase Logistics', 'yamase-logi', '関根 誠/せきね まこと', '04-0204-5512'],
  ['東櫻銀行/とうおうぎんこう/Toou Bank', 'toou-bank', '小野 彩/おの あや', '03-0303-9912'],
  [
    '北嶺重工業株式会社/ほくれいじゅうこう/HJI',
    'hokurei-hi',
    '阿部 亮/あべ りょう',
    '011-010-3399',
  ],
  [
    '三ツ沢製薬/みつざわせいやく/Mitsuzawa Pharma',
    'mitsuzawa-ph',
    '岸 凛/きし りん',
    '045-010-7781',
  ],
  ['リュミエル化粧品/Lumiel', 'lumiel-cosme', '南 さくら/みなみ さくら', '03-0505-1200'],
  ['株式会社ノルテク/NORTEQ', 'norteq', '宇野 匠/うの たくみ', '03-0606-1201'],
  ['藍川瓦斯株式会社/あいかわがす/AGC', 'aikawa-gas', '江口 徹/えぐち とおる', '0532-01-1234'],
  [
    '萩原硝子工業/はぎわらがらす/Hagiwara Glass',
    'hagiwara-glass',
    '萩原 仁/はぎわら じん',
    '0463-01-2211',
  ],
  ['株式会社ケイエスティー/KST', 'kst-sys', '岡 隆/おか たかし', '03-0707-3311'],
  [
    '大鳥海運株式会社/おおとりかいうん/Otori Kaiun',
    'otori-kaiun',
    '太田 海/おおた かい',
    '078-011-0099',
  ],
  ['株式会社タスクリード/TaskLead', 'tasklead', '辻 陽/つじ よう', '03-0808-5656'],
  ['若狭電力/わかさでんりょく/WEP', 'wakasa-ep', '木島 光/きじま ひかる', '0770-01-4455'],
  ['ゼフィロス航空/Zephyros Air', 'zephyros-air', '菅 直/すが なお', '03-0909-7788'],
  ['株式会社未央/みおう/Mio', 'mio-design', '原 美緒/はら みお', '03-0110-2020'],
  [
    '神代鉄道株式会社/くましろてつどう/KTR',
    'kumashiro-rail',
    '江藤 航/えとう わたる',
    '0942-01-3344',
  ],
  ['エルモ精機/Elmo Seiki/ELM', 'elmo-seiki', '東 大地/あずま だいち', '0266-01-7800'],
  ['Brackwater Insurance Ltd/BWI', 'brackwater', 'Helen Marsh', '+44 20 7946 0011'],
  ['Tindale & Rowe LLP/Tindale Rowe', 'tindalerowe', 'Mark Rowe', '+44 20 7946 0125'],
  ['Oskar Lindqvist AB/OLAB', 'lindqvist-ab', 'Oskar Lindqvist', '+46 8 5550 0101'],
  ['Pinecrest Health/PCH', 'pinecrest-health', 'Dana Cole', '+1 202-555-0144'],
  ['Ardent Rail Systems/ARS', 'ardent-rail', 'Nina Lowe', '+1 202-555-0171'],
  ['Solvane Energy Inc./Solvane', 'solvane', 'Lee Park', '+1 202-555-0199'],
  ['株式会社ネオ・アルク/Neo Arc', 'neo-arc', '城 真央/じょう まお', '03-0111-9090'],
  [
    '信濃路信用金庫/しなのじしんきん/Shinanoji Shinkin',
    'shinanoji',
    '丸山 葵/まるやま あおい',
    '026-010-6060',
  ],
]

export const INVENTED_VAULTS: readonly TraceOrganisation[] = ROWS.map(
  ([names, domain, people, telephone], at) => ({
    id: `vault-${at}`,
    role: 'provider',
    names: names.split('/'),
    domains: [`${domain}.example`],
    people: [
      { names: people.split('/'), addresses: [`${domain.slice(0, 3)}.staff@${domain}.example`] },
    ],
    hosts: [`${domain.slice(0, 4)}-ws0${at}`],
    ipAddresses: [`198.51.100.${at}`],
    numbers: [telephone, `普通 ${4_120_037 + at * 7919}`],
  }),
)

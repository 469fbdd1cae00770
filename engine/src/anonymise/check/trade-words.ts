/** Words that say what a company does or how large it is, as they end its name: in kanji, as read, and in English or Latin letters. */
const TRADES =
  '精機 せいき seiki/精密 せいみつ seimitsu/精工 せいこう seiko/工業 こうぎょう kogyo/工業所 こうぎょうしょ kogyosho/工務店 こうむてん komuten/' +
  '製作所 せいさくしょ seisakusho/製作 せいさく seisaku/製造 せいぞう seizo/製薬 せいやく seiyaku/薬品 やくひん yakuhin/薬局 やっきょく yakkyoku/' +
  '製鉄 せいてつ seitetsu/製鋼 せいこう seiko/鉄工 てっこう tekko/鉄工所 てっこうしょ tekkosho/鉄鋼 てっこう tekko/鋼業 こうぎょう kogyo/金属 きんぞく kinzoku/' +
  '電機 でんき denki/電気 でんき denki/電器 でんき denki/電工 でんこう denko/電力 でんりょく denryoku/電子 でんし denshi/電設 でんせつ densetsu/' +
  '機械 きかい kikai/機工 きこう kiko/重工 じゅうこう juko/重工業 じゅうこうぎょう jukogyo/化学 かがく kagaku/化成 かせい kasei/化工 かこう kako/' +
  '商事 しょうじ shoji/商会 しょうかい shokai/商店 しょうてん shoten/物産 ぶっさん bussan/産業 さんぎょう sangyo/興業 こうぎょう kogyo/興産 こうさん kosan/' +
  '建設 けんせつ kensetsu/建築 けんちく kenchiku/組 ぐみ gumi/設計 せっけい sekkei/設備 せつび setsubi/住宅 じゅうたく jutaku/不動産 ふどうさん fudosan/' +
  '銀行 ぎんこう ginko/信用金庫 しんようきんこ shinkin/証券 しょうけん shoken/保険 ほけん hoken/生命 せいめい seimei/海上 かいじょう kaijo/' +
  '運輸 うんゆ unyu/運送 うんそう unso/物流 ぶつりゅう butsuryu/倉庫 そうこ soko/海運 かいうん kaiun/汽船 きせん kisen/鉄道 てつどう tetsudo/交通 こうつう kotsu/航空 こうくう koku/' +
  '食品 しょくひん shokuhin/食糧 しょくりょう shokuryo/水産 すいさん suisan/製菓 せいか seika/製粉 せいふん seifun/酒造 しゅぞう shuzo/醸造 じょうぞう jozo/' +
  '繊維 せんい seni/紡績 ぼうせき boseki/製紙 せいし seishi/印刷 いんさつ insatsu/出版 しゅっぱん shuppan/新聞 しんぶん shimbun/放送 ほうそう hoso/書店 しょてん shoten/' +
  '自動車 じどうしゃ jidosha/造船 ぞうせん zosen/石油 せきゆ sekiyu/瓦斯 がす gas/樹脂 じゅし jushi/硝子 がらす garasu/窯業 ようぎょう yogyo/' +
  '大学 だいがく daigaku/病院 びょういん byoin/医院 いいん iin/学園 がくえん gakuen/研究所 けんきゅうしょ kenkyusho/会計事務所 かいけいじむしょ kaikei/' +
  '技研 ぎけん giken/技術 ぎじゅつ gijutsu/通信 つうしん tsushin/情報 じょうほう joho/計器 けいき keiki/計測 けいそく keisoku/光学 こうがく kogaku/' +
  'グループ ぐるーぷ group/ホールディングス ほーるでぃんぐす holdings/システム しすてむ systems/システムズ しすてむず systems/エンジニアリング えんじにありんぐ engineering/' +
  'バルブ ばるぶ valve/タービン たーびん turbine/ハーネス はーねす harness/ベアリング べありんぐ bearings/ギヤ ぎや gear/モーター もーたー motor/エンジン えんじん engine/' +
  'ケミカル けみかる chemical/メタル めたる metal/スチール すちーる steel/ガス がす gas/ゴム ごむ rubber/ガラス がらす glass/セラミックス せらみっくす ceramics/プラスチック ぷらすちっく plastics/' +
  'エレクトロニクス えれくとろにくす electronics/セミコンダクター せみこんだくたー semiconductor/ソフト そふと soft/ソフトウェア そふとうぇあ software/データ でーた data/ネットワーク ねっとわーく network/ネットワークス ねっとわーくす networks/' +
  'ファーマ ふぁーま pharma/メディカル めでぃかる medical/トレーディング とれーでぃんぐ trading/コーポレーション こーぽれーしょん corporation/カンパニー かんぱにー company/インターナショナル いんたーなしょなる international/' +
  'エナジー えなじー energy/マテリアル まてりある material/マテリアルズ まてりあるず materials/コンサルティング こんさるてぃんぐ consulting/パートナーズ ぱーとなーず partners/モビリティ もびりてぃ mobility/オート おーと auto/' +
  '整備 せいび seibi/鋳造 ちゅうぞう chuzo/鍛造 たんぞう tanzo/鍛工 たんこう tanko/合金 ごうきん gokin/電線 でんせん densen/電装 でんそう denso/器械 きかい kikai/木材 もくざい mokuzai/林業 りんぎょう ringyo/鉱業 こうぎょう kogyo/' +
  '農園 のうえん noen/信託 しんたく shintaku/損保 そんぽ sompo/商船 しょうせん shosen/百貨店 ひゃっかてん hyakkaten/旅館 りょかん ryokan/企画 きかく kikaku/開発 かいはつ kaihatsu/総業 そうぎょう sogyo/家具 かぐ kagu/' +
  'ソリューションズ そりゅーしょんず solutions/テクノロジー てくのろじー technology/サービス さーびす service/ポンプ ぽんぷ pumps/フーズ ふーず foods/ロジスティクス ろじすてぃくす logistics'

const LATIN_TRADES =
  'industries industry industrial works manufacturing mfg trading bank insurance securities construction electric electronics ' +
  'chemical chemicals steel metal metals motor motors machinery machine tools precision shipping lines logistics transport ' +
  'foods food pharma pharmaceutical pharmaceuticals medical hospital university college paper printing press energy power gas ' +
  'oil water group holding holdings system systems software engineering solutions technology technologies tech service services ' +
  'international global japan nippon nihon asia europe america consulting partners capital estate pump pumps valve valves turbine turbines harness bearing bearings gear gears ' +
  'brake brakes parts components castings forging wire wires cable cables rubber glass ceramics plastics materials mobility ' +
  'semiconductor semiconductors network networks maintenance marine aviation airlines fittings instruments controls automation'

export interface TradeWord {
  /** Kanji, or katakana as the trade itself is written. */
  readonly written: string
  readonly kana: string
  readonly latin: string
}

/** Longest first, so that 重工業 is taken off before 工業 is. */
export const TRADE_WORDS: readonly TradeWord[] = TRADES.split('/')
  .map((row): TradeWord => {
    const [written = '', kana = '', latin = ''] = row.split(' ')
    return { written, kana, latin }
  })
  .toSorted((a, b) => b.kana.length - a.kana.length)

export const LATIN_TRADE_WORDS: ReadonlySet<string> = new Set([
  ...LATIN_TRADES.split(' '),
  ...TRADE_WORDS.map(({ latin }) => latin),
])

/** What a company makes or is, at the end of its name, with the reading: 精機 in 北浜精機, Seiki in Kitahama Seiki. */
const KINDS =
  '精機seiki 工業kogyo 鋼機koki 機械kikai 機工kiko 製作所seisakusho 製作seisaku 製鋼seiko 製鉄seitetsu 鉄工所tekkosho 鉄工tekko 電機denki ' +
  '電気denki 電子denshi 電力denryoku 電工denko 電装denso 電線densen 通信tsushin 化学kagaku 化成kasei 化工kako 製薬seiyaku 薬品yakuhin 商事shoji ' +
  '商会shokai 商店shoten 商船shosen 物産bussan 産業sangyo 興業kogyo 興産kosan 建設kensetsu 建築kenchiku 組gumi 重工業jukogyo 重工juko 造船zosen ' +
  '自動車jidosha 航空koku 海運kaiun 運輸unyu 運送unso 物流butsuryu 倉庫soko 鉄道tetsudo 交通kotsu 銀行ginko 信用金庫shinyokinko 信託shintaku ' +
  '証券shoken 保険hoken 生命seimei 損保sompo 不動産fudosan 食品shokuhin 食糧shokuryo 製菓seika 製粉seifun 酒造shuzo 醸造jozo 水産suisan 農園noen ' +
  '繊維sen-i 紡績boseki 製紙seishi 印刷insatsu 出版shuppan 新聞shimbun 放送hoso 硝子garasu 金属kinzoku 鋼業kogyo 合金gokin 鋳造chuzo 鍛造tanzo ' +
  '樹脂jushi 石油sekiyu 瓦斯gasu 鉱業kogyo 林業ringyo 木材mokuzai 家具kagu 器械kikai 光学kogaku 計器keiki 計測keisoku 技研giken 技術gijutsu ' +
  '研究所kenkyusho 開発kaihatsu 設備setsubi 設計sekkei 大学daigaku 病院byoin 医院iin 学園gakuen 旅館ryokan 百貨店hyakkaten 薬局yakkyoku 情報joho ' +
  '企画kikaku 総業sogyo 本社honsha 本店honten ' +
  'コーポレーションcorporation システムズsystems システムsystem ホールディングスholdings グループgroup エンジニアリングengineering ' +
  'テクノロジーズtechnologies テクノロジーtechnology ソリューションズsolutions サービスservice エレクトロニクスelectronics ケミカルchemical ' +
  'フーズfoods ロジスティクスlogistics トレーディングtrading インターナショナルinternational ネットワークスnetworks ' +
  'バルブvalve ポンプpump タービンturbine ハーネスharness ベアリングbearings ギヤgear モーターmotor エンジンengine スチールsteel ゴムrubber ガラスglass ' +
  'セラミックスceramics プラスチックplastics セミコンダクターsemiconductor ソフトウェアsoftware ネットワークnetwork ファーマpharma メディカルmedical ' +
  'コーポレーションcorporation モビリティmobility オートauto 整備seibi 鍛工tanko マテリアルmaterial メタルmetal モーターズmotors エナジーenergy バンクbank カンパニーcompany コンサルティングconsulting パートナーズpartners'

/** The same in English; a name may end in several of them. */
const LATIN_KINDS: ReadonlySet<string> = new Set(
  (
    'pumps pump valves valve castings casting systems system technologies technology solutions solution electric electronics electrical ' +
    'industries industry industrial industria holdings holding group trading trade traders logistics shipping lines foods food chemicals ' +
    'chemical chemie pharma pharmaceuticals pharmaceutical bank insurance engineering engineers manufacturing works motors motor steel metals ' +
    'metal energy power construction builders design consulting consultants services service software networks network communications ' +
    'telecom international global partners associates brothers sons machinery machines machine tools tool instruments instrument ' +
    'controls automation marine offshore aviation airlines university hospital clinic institute laboratories labs materials plastics glass ' +
    'paper textiles fashion furniture media publishing press print packaging supply supplies store stores shop markets market capital ' +
    'finance financial investments investment ventures estate properties law legal office company bearings bearing gears gear cables cable fittings ' +
    'turbine turbines harness brake brakes parts components forging wire rubber ceramics semiconductor semiconductors medical mobility maintenance'
  ).split(' '),
)

export interface CompanyKind {
  readonly written: string
  readonly reading: string
}

/** Longest first, so that 重工業 is not taken for 工業. */
export const COMPANY_KINDS: readonly CompanyKind[] = KINDS.split(' ')
  .map((word) => {
    const reading = /[a-z-]{1,20}$/u.exec(word)?.[0] ?? ''
    return { written: word.slice(0, word.length - reading.length), reading }
  })
  .sort((a, b) => b.written.length - a.written.length)

const READINGS: ReadonlySet<string> = new Set(COMPANY_KINDS.map(({ reading }) => reading))

export const isLatinKind = (word: string): boolean =>
  LATIN_KINDS.has(word.toLowerCase()) || READINGS.has(word.toLowerCase())

/**
 * Words from which campaigns build sender addresses. Lists, not one campaign's dictionary: in the
 * reports "secure" fell from most addresses to half of them within half a year, "smtp" and "tls" came
 * instead, and "nexus" is no celestial body. What stays is the structure: a word of mail technology
 * beside a word of the sky.
 */
const toSet = (words: string) => new Set(words.trim().split(/\s+/))

/** Words of mail technology and safety, as they stand in names of servers. */
export const TECHNICAL_WORDS = toSet(`
  secure secured security safe safety encrypt encrypted encryption crypt crypto ssl tls https cert certified
  smtp smtps imap pop mx mta mda mail mails email webmail mailer postfix exchange relay gateway gate
  server servers serv srv host hosts hosting hosted node cluster net network networks cloud data link proxy
  firewall shield guard protect protected protection protector defender fortinet fortigate barracuda filter
  provider service services system systems agent transport transfer delivery router connect connection access
  private trusted trust verified verify auth sso login vpn dns domain web portal backup central core main
  hub edge prime master secureserver securemail anzen ango kaisen
`)

/** Those that promise safety: no honest postmaster greets with them. */
export const SAFETY_WORDS = toSet(`
  secure secured security safe safety encrypt encrypted encryption ssl tls smtps https certified protect
  protected protection private trusted verified secureserver securemail anzen ango
`)

/** Planets, moons, stars, constellations and gods they are named after; Latin, English, Japanese romaji. */
export const CELESTIAL_WORDS = toSet(`
  mercury venus earth terra tellus gaia mars jupiter saturn uranus neptune pluto charon ceres pallas juno vesta
  eris haumea makemake sedna quaoar orcus ixion varuna chiron pholus eros ida gaspra hygiea icarus
  luna moon phobos deimos io europa ganymede callisto amalthea himalia metis adrastea titan rhea iapetus dione
  tethys enceladus mimas hyperion phoebe prometheus pandora atlas janus epimetheus telesto calypso
  titania oberon umbriel ariel miranda puck triton nereid proteus larissa galatea despina naiad thalassa
  nix styx kerberos hydra dysnomia sun sol helios apollo
  sirius canopus arcturus vega capella rigel procyon achernar betelgeuse hadar altair acrux aldebaran antares
  spica pollux castor fomalhaut deneb mimosa regulus adhara shaula bellatrix elnath alnilam alnitak mintaka
  saiph mizar alcor alioth dubhe merak phecda alkaid megrez polaris kochab thuban alphard algol mira mirach
  almach alpheratz hamal menkar sadr albireo vindemiatrix denebola zosma algieba markab scheat enif
  rasalhague kaus nunki ascella zubenelgenubi unukalhai gemma alphecca izar proxima centauri barnard tabit
  pleiades hyades maia electra taygeta alcyone celaeno sterope merope atlas pleione
  aries taurus gemini cancer leo virgo libra scorpio scorpius sagittarius capricorn capricornus aquarius pisces
  andromeda antlia apus aquila ara auriga bootes caelum camelopardalis canes carina cassiopeia centaurus
  cepheus cetus chamaeleon circinus columba corona corvus crater crux cygnus delphinus dorado draco equuleus
  eridanus fornax grus hercules horologium hydrus indus lacerta lepus lupus lynx lyra mensa microscopium
  monoceros musca norma octans ophiuchus orion pavo pegasus perseus phoenix pictor puppis pyxis reticulum
  sagitta sculptor scutum serpens sextans telescopium triangulum tucana ursa vela volans vulpecula
  astra astro asteroid comet meteor meteorite nebula nova supernova pulsar quasar galaxy galactic milkyway
  andromeda magellan magellanic cosmos cosmic stellar star stars starlight solar lunar eclipse equinox solstice
  zenith nadir aurora corona celestial constellation planet orbit orbital umbra nexus halley encke
  cronus kronos zeus hera hades poseidon hermes ares selene artemis diana minerva vulcan bacchus
  suisei kinsei chikyu kasei mokusei dosei tennosei tennousei kaiosei kaiousei meiosei meiousei taiyo taiyou
  tsuki hoshi ginga subaru myojo myoujo ryusei ryuusei hokuto hokkyokusei tenkyu amanogawa
`)

/** Local parts of the campaign that writes in Japanese (2020Q2 §3.6), and its words in domains. */
export const BOARD_WORDS = toSet('board boards boardroom relay')
export const INTERN_WORDS = toSet(
  'intern interns internal mobile mobiles server servers mobi cell device',
)

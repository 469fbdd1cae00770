import { LURE_WORDS } from '../../register/lure-words.ts'
import { ROLE_MAILBOXES } from '../../techniques/tables/everyday-mailboxes.ts'
import { isCommonBeginning } from './common-beginnings.ts'
import { isLatinKind } from './company-kinds.ts'
import { ORDINARY_WORDS } from './ordinary-words.ts'

/** Words of hosts and paths everywhere. */
const WEB_WORDS =
  'about action actions archive archives article articles assets banner basic blog board browse cache campaign cart catalog category center check ' +
  'checkout common config content contents cookie course default detail details device digital domain domains download downloads early event ' +
  'events feature footer forum forward front gallery gateway header health image images include index inside issue issues journal landing language ' +
  'layout library light local local locale logout magazine manage manager media message messages method mobile model module modules movie music ' +
  'native notes number object option package packages page pages panel partner phone photo photos picture plugin plugins policy popup power prefix ' +
  'press preview price print private product products profile program project projects public query radio random range remote report reports ' +
  'request research resource resources response result results review route router sample school script scripts search secret section select ' +
  'server session setting settings simple social source space sport sports stage start state static station status stock story stream street ' +
  'studio style styles submit summary system table target template templates theme themes thread ticket token tools topic total tracker travel ' +
  'upload uploads version video videos view viewer views visit visual voice water whole widget window windows world write'

const EVERYDAY: ReadonlySet<string> = new Set([
  ...LURE_WORDS,
  ...ROLE_MAILBOXES,
  ...ORDINARY_WORDS,
  ...WEB_WORDS.split(' '),
])

/** Fewer letters stand inside other words. */
const LETTERS_MIN = 5

/** Whether a word in small Latin letters says whom it means: no trade, no place or surname of many, no word of any host. */
export const isDistinctive = (word: string): boolean =>
  word.length >= LETTERS_MIN &&
  /^[a-z]+$/u.test(word) &&
  !EVERYDAY.has(word) &&
  !isLatinKind(word) &&
  !isCommonBeginning(word)

const SYLLABLES =
  /^(?:(?:[kgnhbpmr]y|sh|ch|ts|[kgszjtdnhbpmrfyw])?[aiueo]|n(?![aiueoy])|k(?=k)|s(?=s)|t(?=[tc])|p(?=p))+$/u
/** Sounds that Japanese in Hepburn letters has not. */
const FOREIGN = /[st]i|tu|(?<![cs])hu|zi|d[iu]|f[aieo]|y[ie]|w[ieu]/u
/** English words that are made of the same syllables. */
const ENGLISH: ReadonlySet<string> = new Set(
  (
    'house mouse season reason resume measure noise raise union engine genuine minute genome ozone anime emoji ' +
    'karaoke banana tomato potato sunshine marine migration rescue remake rename reuse rebate runtime shine senate ' +
    'estate imagine refuge regime region guide button change again separate anyone someone storage begin began begun ' +
    'abuse choose chose chosen shape suite sense ensure nonsense happen penguin taken remain maintain retain regain ' +
    'assume opinion woman women aware rotate restore guarantee origin gotten daemon chain paste waste taste unseen ' +
    'suppose oppose generate operate debate intense dense usage damage misuse shame outage engage sausage teenage ' +
    'opera piano episode genre shore herein heroin shareware homepage assure reassure unsure agenda dozen unite genie ' +
    'orange donate metadata database bureau beware choke shake shade suede arise demise seize pause pirate rogue ' +
    'dominate automate iterate imitate moderate mandate antenna tenure intake namesake warehouse entourage nominee ' +
    'gazette maroon mountain mason robin europe korea china'
  ).split(' '),
)

/** Whether letters are the reading of Japanese, which no English text holds by chance. */
export const isRomaji = (word: string): boolean =>
  SYLLABLES.test(word) && !FOREIGN.test(word) && !ENGLISH.has(word)

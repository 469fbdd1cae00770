import type { Bilingual } from '../bilingual.ts'
import type { Weight } from '../techniques/technique.ts'
import type { ProbeKind } from './probes/probe-kinds.ts'

interface Counts {
  readonly count: number
  readonly answered: number
  readonly sources: number
}

/** What the sources did, to be followed by how often. */
const DID: Readonly<Record<ProbeKind, Bilingual>> = {
  traversal: {
    ja: 'ウェブの公開フォルダの外へ出ようとする要求',
    en: 'tried to climb out of the folder that the web server shows',
  },
  'config-file': {
    ja: '設定・パスワード・バックアップファイルを取得しようとする要求',
    en: 'asked for configuration, password or backup files',
  },
  'web-shell': {
    ja: 'すでに置かれたウェブシェルを探す要求',
    en: 'looked for a web shell that somebody left behind',
  },
  injection: {
    ja: 'SQL文・コマンドなどを注入しようとする要求',
    en: 'tried to inject SQL, commands or templates',
  },
  'known-hole': {
    ja: '既知の脆弱性がある製品のページを探す要求',
    en: 'looked for pages of products with known vulnerabilities',
  },
  wordpress: { ja: 'WordPress を探す要求', en: 'looked for WordPress' },
  'login-guessing': {
    ja: '短時間に繰り返されたログインの試行',
    en: 'tried to sign in over and over within minutes',
  },
  'form-flood': {
    ja: '同じページへの短時間の大量の書き込み',
    en: 'wrote to one page over and over within minutes',
  },
  scanner: {
    ja: '走査ツールを名乗る要求',
    en: 'came from a scanner that gives its name',
  },
}

/** For these an answer of 2xx may mean that the file was there, or that the code ran. */
const TELLING: ReadonlySet<ProbeKind> = new Set([
  'traversal',
  'config-file',
  'web-shell',
  'injection',
  'known-hole',
])

export const isTellingKind = (kind: ProbeKind): boolean => TELLING.has(kind)

/** What surveys of the whole network do too: it says little of whoever does it. */
export const isWeakKind = (kind: ProbeKind): boolean => WEAK.has(kind)

/** How much a kind of probing says, and in words what was seen. */
export function sayProbe(kind: ProbeKind, counts: Counts): { weight: Weight; say: Bilingual } {
  const { count, answered, sources } = counts
  const isTelling = TELLING.has(kind)
  const hasSucceeded = isTelling && answered > 0
  const did = DID[kind]
  const ja = `${number(sources)} の送信元から、${did.ja}が ${number(count)} 件ありました。`
  const en = `${number(count)} ${count === 1 ? 'request' : 'requests'} from ${number(sources)} ${sources === 1 ? 'source' : 'sources'} ${did.en}.`
  return {
    weight: hasSucceeded ? 'strong' : WEAK.has(kind) ? 'weak' : 'medium',
    say: {
      ja: hasSucceeded
        ? `${ja}うち ${number(answered)} 件にサーバーが 2xx を返しており、内容を確かめる必要があります。`
        : ja,
      en: hasSucceeded
        ? `${en} The server answered ${number(answered)} of them with 2xx; what it gave away has to be checked.`
        : en,
    },
  }
}

const WEAK: ReadonlySet<ProbeKind> = new Set(['wordpress', 'scanner'])

function number(value: number): string {
  return value.toLocaleString('en')
}

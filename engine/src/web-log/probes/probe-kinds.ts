import type { Bilingual } from '../../bilingual.ts'

/** What requests that look for holes look for. Order of display; ids travel in exports and are never renamed. */
export const PROBE_KINDS = [
  'traversal',
  'config-file',
  'web-shell',
  'injection',
  'known-hole',
  'wordpress',
  'login-guessing',
  'form-flood',
  'scanner',
] as const
export type ProbeKind = (typeof PROBE_KINDS)[number]

export const PROBE_TITLES: Readonly<Record<ProbeKind, Bilingual>> = {
  traversal: { ja: 'ディレクトリトラバーサル', en: 'Directory traversal' },
  'config-file': {
    ja: '設定・パスワード・バックアップファイルの探索',
    en: 'Search for configuration, password and backup files',
  },
  'web-shell': { ja: 'ウェブシェルの探索', en: 'Search for web shells' },
  injection: { ja: 'SQL・コマンド等の注入', en: 'Injection of SQL, commands and the like' },
  'known-hole': { ja: '既知の脆弱性の探索', en: 'Search for known vulnerabilities' },
  wordpress: { ja: 'WordPress の探索', en: 'Search for WordPress' },
  'login-guessing': { ja: 'ログインの総当たり', en: 'Guessing of passwords at a sign-in' },
  'form-flood': { ja: 'フォームへの大量書き込み', en: 'Flooding of a form' },
  scanner: { ja: '走査ツールの名乗り', en: 'Scanners that give their name' },
}

/** Bit of a kind in a set of kinds. */
export function bitOf(kind: ProbeKind): number {
  return 1 << PROBE_KINDS.indexOf(kind)
}

/** The kinds in a set, in order of display. */
export function listKinds(bits: number): ProbeKind[] {
  return PROBE_KINDS.filter((kind) => (bits & bitOf(kind)) !== 0)
}

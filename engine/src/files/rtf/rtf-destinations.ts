/** Where the text of a group goes. */
export type Destination =
  | 'text'
  | 'skip'
  | 'object-data'
  | 'object-class'
  | 'instruction'
  | 'template'
  | 'font-table'
  | 'picture'
  | `fact-${string}`

/** Control words that open a destination (RTF 1.9.1); others behind `\*` are skipped. */
const DESTINATIONS: ReadonlyMap<string, Destination> = new Map<string, Destination>([
  ['objdata', 'object-data'],
  ['objclass', 'object-class'],
  ['fldinst', 'instruction'],
  ['template', 'template'],
  ['fonttbl', 'font-table'],
  ['pict', 'picture'],
  ['shppict', 'text'],
  ['result', 'text'],
  ['fldrslt', 'text'],
  ['title', 'fact-title'],
  ['subject', 'fact-subject'],
  ['author', 'fact-author'],
  ['operator', 'fact-last-modified-by'],
  ['company', 'fact-company'],
  ['manager', 'fact-manager'],
  ['keywords', 'fact-keywords'],
  ['doccomm', 'fact-comments'],
  ['generator', 'fact-application'],
])

const SKIPPED: ReadonlySet<string> = new Set([
  'colortbl',
  'stylesheet',
  'listtable',
  'listoverridetable',
  'info',
  'nonshppict',
  'themedata',
  'colorschememapping',
  'latentstyles',
  'datastore',
  'rsidtbl',
  'xmlnstbl',
  'filetbl',
  'revtbl',
  'pgdsctbl',
])

/** The destination a control word opens; undefined when it opens none. */
export function toDestination(word: string): Destination | undefined {
  return DESTINATIONS.get(word) ?? (SKIPPED.has(word) ? 'skip' : undefined)
}

/** Charsets of fonts (`\fcharset`) that are not the document's own. */
export const FONT_CHARSETS: ReadonlyMap<number, string> = new Map([
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gb18030'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
])

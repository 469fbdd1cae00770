/** Elements without content (HTML Living Standard §13.1.2). */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr basefont bgsound frame'.split(
    ' ',
  ),
)

/** Elements whose text no mail program shows. */
export const SILENT_ELEMENTS: ReadonlySet<string> = new Set(
  'script style title template iframe noembed noframes xml object audio video select datalist'.split(
    ' ',
  ),
)

/** Elements that begin and end a line. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  `address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset
   figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre
   section summary table tbody tfoot thead tr ul`.split(/\s+/),
)

/** What an opening tag ends without an end tag of its own (§13.1.2.4), by opening element. */
export const IMPLIED_ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...'address article aside blockquote center div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'
    .split(' ')
    .map((name) => [name, new Set(['p'])] as const),
  ['li', new Set(['li', 'p'])],
  ['dd', new Set(['dd', 'dt', 'p'])],
  ['dt', new Set(['dd', 'dt', 'p'])],
  ['td', new Set(['td', 'th', 'p'])],
  ['th', new Set(['td', 'th', 'p'])],
  ['tr', new Set(['td', 'th', 'tr', 'p'])],
  ['option', new Set(['option'])],
  ['a', new Set(['a'])],
])

/** Attributes that name something to load or to go to, or that decide what is shown. */
export const READ_ATTRIBUTES: ReadonlySet<string> = new Set(
  'href src action formaction background data poster srcset style hidden content http-equiv alt type xlink:href'.split(
    ' ',
  ),
)

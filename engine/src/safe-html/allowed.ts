/**
 * What a mail may use in our picture of it. Everything else is dropped, so that a new element
 * of some browser is harmless until somebody adds it here.
 */

/** Elements kept, without any attribute unless {@link keptAttributes} names it. */
export const KEPT_ELEMENTS: ReadonlySet<string> = new Set([
  'abbr',
  'b',
  'bdi',
  'big',
  'blockquote',
  'br',
  'caption',
  'center',
  'cite',
  'code',
  'col',
  'colgroup',
  'dd',
  'del',
  'dfn',
  'div',
  'dl',
  'dt',
  'em',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'i',
  'ins',
  'kbd',
  'li',
  'mark',
  'ol',
  'p',
  'pre',
  'q',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'tt',
  'u',
  'ul',
  'var',
  'wbr',
])

/** Elements whose content is dropped with them: it is code, or it is not meant to be read. */
export const DROPPED_WITH_CONTENT: ReadonlySet<string> = new Set([
  'applet',
  'audio',
  'canvas',
  'embed',
  'frame',
  'frameset',
  'head',
  'iframe',
  'math',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'portal',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'video',
  'xmp',
])

/** Elements that have no end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'wbr'])

const KEPT_ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  align: /^(?:left|right|center|justify)$/,
  valign: /^(?:top|middle|bottom|baseline)$/,
  colspan: /^\d{1,3}$/,
  rowspan: /^\d{1,3}$/,
  width: /^\d{1,4}%?$/,
  height: /^\d{1,4}$/,
  border: /^\d{1,2}$/,
  cellpadding: /^\d{1,2}$/,
  cellspacing: /^\d{1,2}$/,
  bgcolor: /^(?:#[0-9a-f]{3,6}|[a-z]{3,20})$/,
  dir: /^(?:ltr|rtl|auto)$/,
}

const KEPT_PROPERTIES: ReadonlySet<string> = new Set([
  'color',
  'background-color',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'line-height',
  'letter-spacing',
  'text-align',
  'text-decoration',
  'text-indent',
  'vertical-align',
  'white-space',
  'width',
  'max-width',
  'height',
  'margin',
  'margin-top',
  'margin-right',
  'margin-bottom',
  'margin-left',
  'padding',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
  'border',
  'border-top',
  'border-right',
  'border-bottom',
  'border-left',
  'border-collapse',
  'border-color',
  'border-style',
  'border-width',
  'border-radius',
  'display',
])

/** Letters, numbers, colours and lengths only: no address, no function but rgb(), no escape. */
const PLAIN_VALUE = /^(?:[a-z0-9#%.,\s'"!-]|rgba?\([0-9.,%\s]{1,40}\))*$/i

/** Attributes of an element that may stay, written out and escaped; begins with a space unless empty. */
export function keptAttributes(attributes: Readonly<Record<string, string>>): string {
  let kept = ''
  for (const [name, pattern] of Object.entries(KEPT_ATTRIBUTES)) {
    const value = attributes[name]?.trim().toLowerCase()
    if (value !== undefined && pattern.test(value)) kept += ` ${name}="${value}"`
  }
  const style = attributes['style'] === undefined ? '' : keptStyle(attributes['style'])
  return style === '' ? kept : `${kept} style="${style}"`
}

/** Declarations of a style attribute that may stay. Text hidden by the sender stays hidden only by colour and size. */
function keptStyle(style: string): string {
  const kept: string[] = []
  for (const declaration of style.slice(0, 2000).split(';')) {
    const colon = declaration.indexOf(':')
    const name = declaration.slice(0, colon).trim().toLowerCase()
    const value = declaration.slice(colon + 1).trim()
    if (colon < 0 || value.length > 100 || !KEPT_PROPERTIES.has(name)) continue
    if (!PLAIN_VALUE.test(value)) continue
    kept.push(`${name}:${value.replaceAll('"', "'")}`)
  }
  return kept.join(';')
}

import { limits } from '../../limits.ts'
import type { Link } from '../message.ts'
import { cleanUrl } from './clean-url.ts'

/** An opening tag: lower-case name and the attributes that are read. */
export interface Tag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
}

interface TagLink {
  readonly url: string
  readonly kind: Link['kind']
  readonly text?: string
}

/** Which attribute of which element loads or leads somewhere; anchors are followed by the reader. */
const SOURCES: Readonly<Record<string, readonly (readonly [string, Link['kind']])[]>> = {
  area: [['href', 'anchor']],
  base: [['href', 'resource']],
  link: [['href', 'resource']],
  form: [['action', 'form']],
  button: [['formaction', 'form']],
  input: [
    ['formaction', 'form'],
    ['src', 'image'],
  ],
  img: [['src', 'image']],
  image: [
    ['href', 'image'],
    ['xlink:href', 'image'],
  ],
  'v:imagedata': [['src', 'image']],
  'v:fill': [['src', 'image']],
  'v:roundrect': [['href', 'anchor']],
  'v:rect': [['href', 'anchor']],
  script: [['src', 'resource']],
  iframe: [['src', 'resource']],
  frame: [['src', 'resource']],
  embed: [['src', 'resource']],
  object: [['data', 'resource']],
  source: [
    ['src', 'resource'],
    ['srcset', 'resource'],
  ],
  audio: [['src', 'resource']],
  video: [
    ['src', 'resource'],
    ['poster', 'image'],
  ],
}

/** Links that stand in one tag, except those of `<a>`, which have text. */
export function findTagLinks({ name, attributes }: Tag): readonly TagLink[] {
  if (attributes.size === 0) return []
  const links: TagLink[] = []
  const alt = attributes.get('alt')
  for (const [attribute, kind] of Object.hasOwn(SOURCES, name) ? (SOURCES[name] ?? []) : []) {
    const url = cleanUrl(attributes.get(attribute) ?? '')
    if (url === '') continue
    links.push({ url, kind, ...(alt === undefined || alt === '' ? {} : { text: alt }) })
  }
  const background = cleanUrl(attributes.get('background') ?? '')
  if (background !== '') links.push({ url: background, kind: 'image' })
  if (name === 'meta') links.push(...findRefresh(attributes))
  const style = attributes.get('style')
  if (style !== undefined) links.push(...findStyleLinks(style))
  return links
}

/** `<meta http-equiv=refresh content="0; url=…">` (HTML Living Standard §4.2.5.3). */
function findRefresh(attributes: ReadonlyMap<string, string>): readonly TagLink[] {
  if (attributes.get('http-equiv')?.trim().toLowerCase() !== 'refresh') return []
  const content = attributes.get('content') ?? ''
  const match = /^[\s\d.]*[;,\s]\s*(?:url\s*=\s*)?["']?([^"']*)/i.exec(content)
  const url = cleanUrl(match?.[1] ?? '')
  return url === '' ? [] : [{ url, kind: 'redirect' }]
}

/** `url(…)` in CSS loads by itself like an image. */
export function findStyleLinks(css: string): readonly TagLink[] {
  if (!/url\(/i.test(css)) return []
  return [...css.slice(0, limits.linkCharsMax).matchAll(/url\(\s*["']?([^"')\s]{1,4096})/gi)].map(
    ([, url = '']) => ({ url: cleanUrl(url), kind: 'resource' as const }),
  )
}

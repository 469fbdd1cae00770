import { decodeText } from '../../../charset/decode-text.ts'
import type { DocumentPlace } from './document-place.ts'
import { DOCUMENT_LIMITS } from './limits.ts'
import { openEmbedded } from './open-embedded.ts'
import type { DocumentToRead } from './document-to-read.ts'
import { lineOf } from './read-plain-text.ts'

interface Waiting {
  readonly value: unknown
  readonly path: string
  readonly depth: number
}

/** JSON (RFC 8259), STIX and MISP among it: every name and value, and the text itself with what a parser drops. */
export async function readJson(document: DocumentToRead): Promise<void> {
  const { bytes, place, reading } = document
  reading.addWhole(bytes, lineOf(bytes, place))
  const parsed = parse(decodeText(bytes).text)
  if (parsed === undefined) {
    reading.refuse(place, 'damaged')
    return
  }
  const waiting: Waiting[] = [{ value: parsed.value, path: '', depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.depth > DOCUMENT_LIMITS.nestingMax) {
      reading.refuse(place, 'too-deep')
      return
    }
    const here: DocumentPlace = [...place, { kind: 'value', name: next.path }]
    if (typeof next.value === 'string') {
      reading.addText(here, next.value)
      await openEmbedded(next.value, here, document)
    } else if (typeof next.value === 'number') reading.addText(here, String(next.value))
    else if (typeof next.value === 'object' && next.value !== null)
      waiting.push(
        ...listInner(next, next.value, (path, key) => {
          reading.addText([...place, { kind: 'key', name: path }], key)
        }),
      )
  }
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/u, '')) }
  } catch {
    return undefined
  }
}

function listInner(
  { path, depth }: Waiting,
  value: object,
  tellKey: (path: string, key: string) => void,
): Waiting[] {
  if (Array.isArray(value))
    return value.map((item: unknown, at) => ({
      value: item,
      path: `${path}[${at}]`,
      depth: depth + 1,
    }))
  return Object.entries(value).map(([key, item]: [string, unknown]) => {
    const inner = path === '' ? key : `${path}.${key}`
    tellKey(inner, key)
    return { value: item, path: inner, depth: depth + 1 }
  })
}

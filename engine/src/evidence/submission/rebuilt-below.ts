import type { Message } from '../message.ts'

/** Where in the text and the page of a rebuilt mail the forwarder may go on. */
export interface Below {
  readonly plain?: number | undefined
  readonly html?: number | undefined
}

const FIELD = 'Rebuilt-Below'

/** The boundary follows from the content, so that the same forward gives the same bytes. */
export const toRebuiltBoundary = (digest: string): string => `rebuilt-${digest.slice(0, 40)}`

/** Whether a mail that no server received says by its type that it was rebuilt from a quotation. */
export const isRebuiltType = (contentType: string): boolean =>
  /boundary="?rebuilt-[\da-f]{40}"?\s*$/iu.test(contentType.slice(0, FIELD_CHARS_MAX))

/** The field by which a rebuilt mail says so of itself: it is all that is kept of the forward. */
export function renderBelow({ plain, html }: Below): readonly string[] {
  const places = [
    ...(plain === undefined ? [] : [`plain=${plain}`]),
    ...(html === undefined ? [] : [`html=${html}`]),
  ]
  return places.length === 0 ? [] : [`${FIELD}: ${places.join('; ')}`]
}

/** A mail that a server received was not rebuilt, whatever its sender writes. */
export function readBelow(message: Message): Below {
  if (message.received.length > 0) return {}
  const value = message.header(FIELD)[0]?.value ?? ''
  return {
    plain: readPlace(value, /\bplain=(\d{1,9})\b/u),
    html: readPlace(value, /\bhtml=(\d{1,9})\b/u),
  }
}

function readPlace(value: string, place: RegExp): number | undefined {
  const found = place.exec(value.slice(0, FIELD_CHARS_MAX))?.[1]
  return found === undefined ? undefined : Number(found)
}
const FIELD_CHARS_MAX = 100

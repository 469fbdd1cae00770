import { domainToUnicode } from 'node:url'
import { listDisguises } from './decode-disguise.ts'
import type { Layer } from './layer.ts'

/** Encodings around a text that is also read from its end and shifted by 13 letters. */
const DISGUISE_DEPTH_MAX = 2

export function readDisguises(layer: Layer, read: (layer: Layer) => void): void {
  if (layer.how.length > DISGUISE_DEPTH_MAX) return
  for (const { how, text } of listDisguises(layer.text)) {
    const byteOffset = (index: number): number =>
      layer.byteOffset(how === 'reversed' ? Math.max(0, text.length - 1 - index) : index)
    read({ ...layer, text, how: [...layer.how, how], byteOffset })
  }
}

/** Internationalised labels (RFC 3492) as a reader would see them. */
export function readPunycode(layer: Layer, read: (layer: Layer) => void): void {
  if (!/xn--/iu.test(layer.text)) return
  for (const match of layer.text.matchAll(
    /(?:[\w-]{1,63}\.){0,8}xn--[\w-]{1,59}(?:\.[\w-]{1,63}){0,8}/giu,
  )) {
    const text = domainToUnicode(match[0])
    if (text === '') continue
    const byteOffset = (): number => layer.byteOffset(match.index)
    read({ ...layer, text, how: [...layer.how, 'punycode'], byteOffset })
  }
}

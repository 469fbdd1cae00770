import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'

/**
 * A text and what its pieces say when decoded, two layers deep: written for the tests alone and plainly, so that it
 * shares no mistake with the redactor or the check.
 */
export function listDecodings(text: string): readonly string[] {
  const found = new Set<string>()
  let layer = [text]
  for (let depth = 0; depth < 2; depth += 1) {
    const next: string[] = []
    for (const one of layer) {
      const plain = one.normalize('NFKC')
      if (found.has(plain)) continue
      found.add(plain)
      next.push(...decode(plain))
    }
    layer = next
  }
  for (const one of layer) found.add(one.normalize('NFKC'))
  return [...found]
}

function decode(text: string): readonly string[] {
  const whole = [
    attempt(() => decodeURIComponent(text)),
    text.replace(/&#x([\da-f]+);|&#(\d+);/giu, (_, hex: string, decimal: string) =>
      String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    ),
    text.replace(/\\u([\da-f]{4})/giu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    text.replace(/\p{Cf}|[\s.·・_-]/gu, ''),
  ]
  const words = text.match(/[\w+/=-]{8,600}/gu) ?? []
  return [...whole, ...words.flatMap(decodeWord)].filter((one) => one !== '' && one !== text)
}

function decodeWord(word: string): readonly string[] {
  const bytes = [Buffer.from(word, 'base64'), Buffer.from(word.replaceAll('-', ''), 'hex')]
  const turned = [...word].toReversed().join('')
  return [
    turned,
    word.replace(/[a-z]/giu, (letter) => {
      const base = letter < 'a' ? 65 : 97
      return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base)
    }),
    Buffer.from(turned, 'base64').toString(),
    ...bytes.flatMap((one) => [
      one.toString(),
      one.toString('utf16le'),
      ...[inflateRawSync, inflateSync, gunzipSync].map((open) =>
        attempt(() => open(one).toString()),
      ),
    ]),
  ].filter((one) => isReadable(one))
}

/** Most of what a wrong decoding gives is no text, and is not decoded further. */
const isReadable = (text: string): boolean =>
  !text.includes('\ufffd') && !/\p{Cc}/u.test(text) && /[\p{L}\p{N}]{3}/u.test(text)

function attempt(work: () => string): string {
  try {
    return work()
  } catch {
    return ''
  }
}

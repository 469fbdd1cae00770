/** Indices between two known ones: a text with thousands of hits is not counted from its beginning for each. */
const STEP = 1024

/** Bytes before an index of decoded text: exact for UTF-8 and UTF-16, near for the others. Counted when first asked. */
export function toByteIndex(text: string, charset: string): (index: number) => number {
  if (charset.startsWith('utf-16')) return (index) => index * 2
  const count = COUNTS[charset] ?? countNear
  const known: number[] = [0]
  return (index) => {
    const steps = Math.floor(index / STEP)
    for (let at = known.length; at <= steps; at += 1)
      known.push((known[at - 1] ?? 0) + count(text.slice((at - 1) * STEP, at * STEP)))
    return (known[steps] ?? 0) + count(text.slice(steps * STEP, index))
  }
}

function countNear(part: string): number {
  let bytes = 0
  for (let at = 0; at < part.length; at += 1) bytes += part.charCodeAt(at) < 0x80 ? 1 : 2
  return bytes
}

const countUtf32 = (part: string): number => [...part].length * 4

const COUNTS: Readonly<Record<string, (part: string) => number>> = {
  // Half a pair at a cut counts three bytes on either side; whole pairs have four.
  'utf-8': (part) => Buffer.byteLength(part, 'utf8'),
  'utf-32le': countUtf32,
  'utf-32be': countUtf32,
}

/** A Latin letter thirteen places on; every other code point as it is. */
export const rotateCode = (code: number): number => ROTATED[code] ?? code

const ROTATED = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const base = code >= 0x61 ? 0x61 : 0x41
  return code >= base && code < base + 26 ? ((code - base + 13) % 26) + base : code
})

/** Each Latin letter thirteen places on; everything else as it stands. */
export const toRot13 = (text: string): string =>
  text.replace(/[a-z]/giu, (letter) => String.fromCodePoint(rotateCode(letter.charCodeAt(0))))

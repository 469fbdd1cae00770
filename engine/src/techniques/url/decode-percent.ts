/**
 * Percent-decoding that never throws: what is no UTF-8, such as Shift_JIS, stays as it is written
 * while the ASCII signs around it are decoded.
 */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text.replace(/%[2-7][0-9a-f]/gi, (sign) =>
      String.fromCharCode(Number.parseInt(sign.slice(1), 16)),
    )
  }
}

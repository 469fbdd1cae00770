/**
 * Hostile text made safe to print. A subject can carry escape sequences that repaint the screen or
 * answer to the shell, and direction marks that rearrange our own words; each is shown by name.
 */
export function toInert(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (sign) => `[U+${toHex(sign)}]`)
}

/** Signs whose width terminals disagree about, by plain ones. */
export function toPlainSigns(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/…/g, '...').replace(/[–—]/g, '-')
}

/** JSON in which control and direction characters are written as escapes. */
export function toInertJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u007f-\u009f\p{Cf}\u2028\u2029]/gu, (sign) =>
    // Signs beyond the first plane are two units in JSON (RFC 8259 §7).
    Array.from(
      { length: sign.length },
      (_, at) => `\\u${toHex(sign.charAt(at)).toLowerCase()}`,
    ).join(''),
  )
}

function toHex(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}

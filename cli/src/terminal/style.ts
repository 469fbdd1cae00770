/** How text is set off; without colour every function gives the text back unchanged. */
export interface Style {
  readonly strong: (text: string) => string
  readonly quiet: (text: string) => string
  readonly alarm: (text: string) => string
  readonly warn: (text: string) => string
  readonly mark: (text: string) => string
}

/** Colours add nothing that the words lack. */
export function buildStyle(hasColour: boolean): Style {
  const wrap = (codes: string) => (text: string) =>
    hasColour && text !== '' ? `\u001b[${codes}m${text}\u001b[0m` : text
  return {
    strong: wrap('1'),
    quiet: wrap('2'),
    alarm: wrap('1;91'),
    warn: wrap('33'),
    mark: wrap('7'),
  }
}

/** Colour is for people at a terminal who have not declined it (no-color.org). */
export function mayColour(stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true && (process.env['NO_COLOR'] ?? '') === ''
}

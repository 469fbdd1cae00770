const DOT = String.raw`(?:\.|\[\.\]|\(\.\)|\[dot\])`
const LABEL = String.raw`[A-Za-z\d_](?:[A-Za-z\d_-]{0,61}[A-Za-z\d_])?`

/** A host name, defanged or not, as a piece of an expression. */
export const HOST = String.raw`(?:${LABEL}${DOT}){1,10}[A-Za-z][A-Za-z\d-]{1,30}`

import { type Decoder, replaceEach } from './piece.ts'

/** Addresses written so that nobody opens them (RFC 9424 §4): `hxxp`, `[.]`, `(dot)`, `[at]`, `。`. */
const defanged: Decoder = {
  name: 'defanged',
  yields: 'text',
  find: (text) =>
    replaceEach(
      text,
      /(\s?[[({<]\s?(?:\.|dot|ドット|点)\s?[\])}>]\s?|\\\.|\s(?:dot|ドット)\s|(?<=[\w-])[．。｡․‧∙](?=\w)|\s\.\s?(?=\w)|(?<=\w)\.\s(?=[a-z]{2,10}\b))|(\s?[[({<]\s?(?:@|at|アット)\s?[\])}>]\s?)|(\[::?\])|\[:\/\/\]|\bhxxp/giu,
      ([all, dot, at, colon]) => {
        if (dot !== undefined) return '.'
        if (at !== undefined) return '@'
        if (colon !== undefined) return colon.slice(1, -1)
        return all.startsWith('[') ? '://' : 'http'
      },
    ),
}

export const DISGUISE_DECODERS: readonly Decoder[] = [defanged]

/** The text from its end, by characters, and shifted by 13 letters: read at the surface only. */
export function listDisguises(text: string): readonly { how: string; text: string }[] {
  return [
    { how: 'reversed', text: [...text].reverse().join('') },
    ...(/[a-z]{5}/iu.test(text) ? [{ how: 'rot13', text: rot13(text) }] : []),
  ]
}

const rot13 = (text: string): string =>
  text.replace(/[a-z]/giu, (letter) => {
    const base = letter < 'a' ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base)
  })

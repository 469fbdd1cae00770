import type { RegisterPerson } from '../../register/register.ts'

/** One name of a person, ready to be looked for in a display name. */
export interface NameForm {
  /** Latin words, folded; empty for names in Japanese letters. */
  readonly words: readonly string[]
  /** Japanese name without spaces; empty for Latin ones. */
  readonly joined: string
  /** Family name in Japanese letters, when the register separates it. */
  readonly family: string
}

export function toNameForms({ name, aliases }: RegisterPerson): NameForm[] {
  return [name, ...aliases].flatMap((one) => toNameForm(one) ?? [])
}

function toNameForm(name: string): NameForm | undefined {
  const plain = name.normalize('NFKC').trim()
  if (JAPANESE.test(plain)) {
    const [family = ''] = plain.split(/[\s・]+/)
    const joined = plain.replace(/[\s\p{P}]/gu, '')
    return { words: [], joined, family: family === joined ? '' : family }
  }
  const words = toLatinWords(plain)
  return words.length < 2 ? undefined : { words, joined: '', family: '' }
}

const JAPANESE = /[぀-ヿ㐀-鿿]/

/** Words of a Latin name, folded so that spellings of one Japanese name meet. */
export function toLatinWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  ).map(foldRomaji)
}

/** Saeki and Saheki aside: long vowels, Hepburn and Kunrei, the n before b, m and p. */
function foldRomaji(word: string): string {
  return word
    .replace(/sh(?=[aiuo])/g, 's')
    .replace(/ch(?=[aiuo])/g, 't')
    .replace(/ts(?=u)/g, 't')
    .replace(/j(?=[iauo])/g, 'z')
    .replace(/fu/g, 'hu')
    .replace(/([szt])y(?=[auo])/g, '$1')
    .replace(/m(?=[bmp])/g, 'n')
    .replace(/o[hu](?![aiueo])/g, 'o')
    .replace(/oo/g, 'o')
    .replace(/uu/g, 'u')
}

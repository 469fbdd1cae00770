import { createContext } from 'react'

/** A string in a text that may name somebody whom nobody has registered. */
export interface UnknownName {
  readonly value: string
  /** Whether a person has said that it may stay. */
  readonly isSettled: boolean
}

/** Names to be marked wherever the text of a bulletin is drawn; only the workbench has any. */
export const UnknownNames = createContext<readonly UnknownName[]>([])

export interface TextPiece {
  readonly text: string
  readonly name?: UnknownName
}

/** The text cut at the names in it, left to right; of two that begin at one place the longer. */
export function cutAtNames(text: string, names: readonly UnknownName[]): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  let at = 0
  while (at < text.length) {
    const next = findNext(text, at, names)
    if (next === undefined) break
    const start = text.indexOf(next.value, at)
    if (start > at) pieces.push({ text: text.slice(at, start) })
    pieces.push({ text: next.value, name: next })
    at = start + next.value.length
  }
  return at < text.length ? [...pieces, { text: text.slice(at) }] : pieces
}

function findNext(
  text: string,
  from: number,
  names: readonly UnknownName[],
): UnknownName | undefined {
  const found = names.filter(({ value }) => value !== '' && text.includes(value, from))
  const place = ({ value }: UnknownName): number => text.indexOf(value, from)
  return found.toSorted((a, b) => place(a) - place(b) || b.value.length - a.value.length)[0]
}

import { ReducedLetters } from './reduced-text.ts'
import { Characters } from './split-characters.ts'

/** Columns in which one text is read, and written over by the next one. */
export interface ReadingRoom {
  readonly characters: Characters
  readonly letters: ReducedLetters
  /** Letters with imitations read as what they imitate. */
  readonly read: ReducedLetters
  readonly merged: ReducedLetters
}

const newRoom = (): ReadingRoom => ({
  characters: new Characters(),
  letters: new ReducedLetters(),
  read: new ReducedLetters(),
  merged: new ReducedLetters(),
})

/** Most texts are names of ten letters, for which fresh columns would cost more than reading them. */
const free: ReadingRoom[] = []

/** Lends a room for as long as `use` runs; a text that is read meanwhile is read in another. */
export function inReadingRoom<T>(use: (room: ReadingRoom) => T): T {
  const room = free.pop() ?? newRoom()
  try {
    return use(room)
  } finally {
    free.push(room)
  }
}

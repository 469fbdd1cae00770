import { expect, test } from 'vitest'
import { listExcerpts } from './list-excerpts.ts'

const show = (excerpts: readonly string[], word: string) =>
  listExcerpts(excerpts, word).map(
    ({ pieces, isCutBefore, isCutAfter }) =>
      (isCutBefore ? '…' : '') +
      pieces.map(({ text, isWord }) => (isWord ? `[${text}]` : text)).join('') +
      (isCutAfter ? '…' : ''),
  )

const BEFORE = 'あいうえおかきくけこさしすせそたちつてとなにぬね'

test.each([
  ['a whole line', ['光の画面'], '光', ['[光]の画面']],
  ['the same words twice', ['光の画面', '光の画面'], '光', ['[光]の画面']],
  ['one inside another', ['光の', '光の画面'], '光', ['[光]の画面']],
  ['a line cut off on both sides', [`${BEFORE}光${BEFORE}`], '光', [`…${BEFORE}[光]${BEFORE}…`]],
  ['the word twice in one place', ['光と光'], '光', ['[光]と[光]']],
  ['a word written otherwise', ['ヒカリの画面'], '光', ['ヒカリの画面']],
] as const)('%s', (_, excerpts, word, shown) => {
  expect(show(excerpts, word)).toEqual(shown)
})

/** A literal to look for, and whether any ending may follow. */
export interface Literal {
  readonly text: string
  readonly isPrefix: boolean
}

const CHOICE = /\{([^{}]*)\}/

/** Every literal that an expression with `{a|b}` choices and a closing `*` stands for. */
export function expandExpression(expression: string): readonly Literal[] {
  const choice = CHOICE.exec(expression)
  if (choice === null) {
    const isPrefix = expression.endsWith('*')
    const text = (isPrefix ? expression.slice(0, -1) : expression).replace(/ {2,}/g, ' ').trim()
    return text === '' ? [] : [{ text, isPrefix }]
  }
  const before = expression.slice(0, choice.index)
  const after = expression.slice(choice.index + choice[0].length)
  return (choice[1] ?? '')
    .split('|')
    .flatMap((word) => expandExpression(`${before}${word}${after}`))
}

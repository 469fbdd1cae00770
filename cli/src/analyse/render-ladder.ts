import { defang, type Detail } from 'engine'
import { toInert } from '../terminal/inert.ts'
import { cutColumns } from '../terminal/width.ts'
import { WORDS } from '../words.ts'
import type { ReportOptions } from './report-options.ts'

type Ladder = Extract<Detail, { kind: 'url' }>

/** From what one sees, through each wrapper, to where the link leads, with what its tokens say. */
export function renderLadder({ steps, tokens }: Ladder, options: ReportOptions): string {
  const { language, style } = options
  const room = Math.max(40, options.columns - 24)
  const rungs = [
    ...steps.map(({ role, value, service }) => ({
      text: cutColumns(toInert(role === 'seen' ? value.trim() : defang(value)), room),
      note:
        role === 'seen'
          ? ''
          : `${WORDS[role][language]}${service && service !== 'redirect' ? ` ${service}` : ''}`,
      isTarget: role === 'target',
    })),
    ...tokens.map(({ decoded, encoding }) => ({
      text: cutColumns(toInert(defang(decoded)), room),
      note: `${WORDS.code[language]} (${encoding})`,
      isTarget: false,
    })),
  ]
  const lines = rungs.map(({ text, note, isTarget }, at) => {
    const indent = at === 0 ? '  ' : `${'  '.repeat(at)}-> `
    return `${indent}${text}   ${isTarget ? style.alarm(note) : style.quiet(note)}`.trimEnd()
  })
  return [
    `${style.strong(WORDS.link[language])} ${style.quiet(WORDS.notOpened[language])}`,
    ...lines,
  ].join('\n')
}

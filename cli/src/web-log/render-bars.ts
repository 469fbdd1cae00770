const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const

/** Values as bars one column wide, joined until they fit; nothing stays a space, and one of a million shows. */
export function renderBars(values: readonly number[], columnsMax: number): string {
  const each = Math.max(1, Math.ceil(values.length / Math.max(1, columnsMax)))
  const joined = Array.from({ length: Math.ceil(values.length / each) }, (_, at) =>
    values.slice(at * each, (at + 1) * each).reduce((sum, value) => sum + value, 0),
  )
  const most = Math.max(...joined, 1)
  return joined
    .map((value) =>
      value === 0 ? ' ' : (LEVELS[Math.ceil((value / most) * LEVELS.length) - 1] ?? LEVELS[0]),
    )
    .join('')
}

import type { DiffPiece } from './diff-piece.ts'

/** What stays, or what stood and what stands instead. */
interface Run {
  readonly kept: string
  readonly removed: string
  readonly added: string
}

/**
 * Takes short words that happen to stay between two changes into the change: 「特定の組織を狙った」→「資機材の照会を装う」
 * reads as one, not as three around the の and the を that both have. A line of a list stays itself.
 */
export function mergeChanges(pieces: readonly DiffPiece[]): DiffPiece[] {
  const runs: Run[] = []
  for (const run of toRuns(pieces)) {
    runs.push(run)
    for (;;) {
      const [before, kept, after] = runs.slice(-3)
      if (before === undefined || kept === undefined || after === undefined) break
      if (!isChance(before, kept, after)) break
      runs.splice(-3, 3, {
        kept: '',
        removed: before.removed + kept.kept + after.removed,
        added: before.added + kept.kept + after.added,
      })
    }
  }
  return runs.flatMap(({ kept, removed, added }) => [
    ...toPiece('kept', kept),
    ...toPiece('removed', removed),
    ...toPiece('added', added),
  ])
}

const toPiece = (kind: DiffPiece['kind'], text: string): DiffPiece[] =>
  text === '' ? [] : [{ kind, text }]

function isChance(before: Run, { kept }: Run, after: Run): boolean {
  if (kept === '' || kept.includes('\n') || before.kept !== '' || after.kept !== '') return false
  return kept.length <= Math.min(sizeOf(before), sizeOf(after))
}

const sizeOf = ({ removed, added }: Run): number => Math.max(removed.length, added.length)

function toRuns(pieces: readonly DiffPiece[]): Run[] {
  const runs: Run[] = []
  for (const { kind, text } of pieces) {
    const last = runs.at(-1)
    if (kind === 'kept') runs.push({ kept: text, removed: '', added: '' })
    else if (last === undefined || last.kept !== '') {
      runs.push({ kept: '', removed: '', added: '', [kind]: text })
    } else runs[runs.length - 1] = { ...last, [kind]: last[kind] + text }
  }
  return runs
}

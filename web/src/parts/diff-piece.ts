/** A run of two texts side by side: in both, only in the later, only in the earlier. */
export interface DiffPiece {
  readonly kind: 'kept' | 'added' | 'removed'
  readonly text: string
}

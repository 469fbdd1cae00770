/** Why something in the tree stayed closed or was read only in part. */
export interface NodeMark {
  readonly kind: 'encrypted' | 'over-limit' | 'unreadable'
  readonly say: string
}

/** One line of the evidence tree. */
export interface TreeNode {
  readonly path: string
  /** 0 is the mail itself. */
  readonly depth: number
  readonly hasChildren: boolean
  /** File name, subject or media type, as hostile as the sender wrote it. */
  readonly name: string
  /** Media type; `links` and `qr` for what is no file. */
  readonly type: string
  /** The name is our own word. */
  readonly isOurs?: boolean
  readonly sizeBytes?: number
  readonly findingCount: number
  readonly marks: readonly NodeMark[]
  /** How often the same bytes stand in this mail. */
  readonly times?: number
}

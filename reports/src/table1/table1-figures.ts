/** The figures of 表1 (情報提供および情報共有の状況): four rolling quarters, oldest first. */
export interface Table1Figures {
  readonly columns: readonly {
    readonly quarter: string
    /** Items of information given to the hub (情報提供件数). */
    readonly submissions: number
    /** Bulletins shared with the groups (情報共有実施件数). */
    readonly bulletins: number
    /** True when the column was taken over from before the software. */
    readonly imported: boolean
  }[]
  /** Bulletins of the last quarter made from what the hub itself obtained (※2). */
  readonly hubSourced: number
}

/** A table ready to be set: the same cells in HTML, PDF and CSV. */
export interface RenderedTable {
  readonly caption: string
  /** Year cells, each over so many columns. */
  readonly years: readonly { readonly text: string; readonly columns: number }[]
  readonly quarters: readonly string[]
  readonly rows: readonly {
    readonly number: string
    readonly label: string
    /** Mark behind the label, such as ※1. */
    readonly mark?: string
    readonly cells: readonly { readonly text: string; readonly mark?: string }[]
  }[]
  readonly notes: readonly string[]
}

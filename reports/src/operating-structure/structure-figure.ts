import type { Bilingual } from '../bilingual.ts'

/** The community on one day: what 図1 (体制図) shows. */
export interface StructureFigure {
  /** `YYYY-MM-DD`, Japan Standard Time. */
  readonly asOf: string
  readonly hubName: Bilingual
  readonly groups: readonly {
    readonly kind: 'sig' | 'framework'
    readonly name: Bilingual
    readonly organisationCount: number
    /** Organisations behind the associations of a framework. */
    readonly constituentCount: number
  }[]
}

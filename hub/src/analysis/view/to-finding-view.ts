import type { FindingView } from 'contract/analysis'
import { techniqueById } from 'engine'
import type { FindingRow } from './mail-view.queries.ts'

/** A finding with what its technique says about itself. One whose technique is gone keeps its id as its name. */
export function toFindingView(row: FindingRow): FindingView {
  const technique = techniqueById(row.technique)
  const unnamed = { ja: row.technique, en: row.technique }
  return {
    findingId: row.findingId,
    number: row.number,
    technique: row.technique,
    title: technique?.title ?? unnamed,
    about: technique?.about ?? unnamed,
    weight: row.weight,
    attack: [...(technique?.attack ?? [])],
    say: row.say,
    innocent: [...(technique?.innocent ?? [])],
    where: row.place,
    alsoWhere: row.alsoPlaces,
    ...(row.detail === undefined ? {} : { detail: row.detail }),
    ...toDismissal(row),
  }
}

function toDismissal(row: FindingRow): Pick<FindingView, 'dismissed'> {
  const { dismissedAt, dismissedBy, dismissedReason } = row
  if (dismissedAt === undefined) return {}
  return {
    dismissed: {
      by: dismissedBy ?? '',
      at: dismissedAt.toISOString(),
      reason: dismissedReason ?? '',
    },
  }
}

import type { z } from 'zod'
import type { PersonId } from 'contract/common'
import type { ImportFiguresRequest } from 'contract/statistics'
import { type Db, json, runSql, sql } from '../database/index.ts'

/** Writes figures from before the software; one imported again replaces the earlier row. */
export async function saveImportedFigures(
  db: Db,
  rows: z.infer<typeof ImportFiguresRequest>['rows'],
  { by, at }: { by: PersonId; at: Date },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.imported_figure (quarter, submissions, bulletins, hub_sourced, source, imported_at, imported_by)
        select quarter, submissions, bulletins, "hubSourced", source, ${at}::timestamptz, ${by}::uuid
          from jsonb_to_recordset(${json(rows)})
            as f (quarter text, submissions int, bulletins int, "hubSourced" int, source text)
        on conflict (quarter) do update
          set submissions = excluded.submissions, bulletins = excluded.bulletins, hub_sourced = excluded.hub_sourced,
              source = excluded.source, imported_at = excluded.imported_at, imported_by = excluded.imported_by`,
  )
}

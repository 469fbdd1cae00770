import { Client } from 'pg'
import { vi } from 'vitest'
import { z } from 'zod'

/** What one statement of a request did in the database. */
export interface Work {
  readonly text: string
  /** Rows it answered or changed. */
  readonly answered: number
  /** Rows it looked at in tables, those thrown away too; only of statements that read. */
  readonly looked: number
}

interface Node {
  readonly 'Relation Name'?: string
  readonly 'Actual Rows'?: number
  readonly 'Actual Loops'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly Plans?: readonly Node[]
}
const Explained = z.array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.unknown() })) }))

/** What would do something when it is run a second time for its plan. */
const ACTS =
  /set_config|enter_member|refuse_ended|advisory|count_intake|nextval|append_audit|start_job/

/**
 * Writes down every statement that reaches the database while the work goes on, with its plan as it was carried out.
 * It listens at the driver, so that nothing of ours can ask past it.
 */
export async function recordWork(work: () => Promise<unknown>): Promise<Work[]> {
  const done: Work[] = []
  const query = Client.prototype.query as (
    ...given: unknown[]
  ) => Promise<{ rowCount: number | null; rows: unknown[] }>
  const spy = vi.spyOn(Client.prototype, 'query').mockImplementation(async function (
    this: Client,
    ...given: unknown[]
  ) {
    const [text, values] = given
    if (typeof text !== 'string') return query.apply(this, given)
    const looked =
      /^select/i.test(text.trim()) && !ACTS.test(text) ? await explain(this, text, values) : 0
    const result = await query.apply(this, given)
    done.push({ text: text.replace(/\s+/g, ' '), answered: result.rowCount ?? 0, looked })
    return result
  } as never)
  try {
    await work()
  } finally {
    spy.mockRestore()
  }
  return done

  async function explain(client: Client, text: string, values: unknown): Promise<number> {
    const order = 'explain (analyze, timing off, summary off, costs off, format json)'
    const { rows } = await query.apply(client, [`${order} ${text}`, values])
    const plan = Explained.parse(rows)[0]?.['QUERY PLAN'][0]?.Plan
    return countLooked(plan as Node)
  }
}

function countLooked(node: Node): number {
  const own =
    node['Relation Name'] === undefined
      ? 0
      : ((node['Actual Rows'] ?? 0) +
          (node['Rows Removed by Filter'] ?? 0) +
          (node['Rows Removed by Index Recheck'] ?? 0)) *
        (node['Actual Loops'] ?? 1)
  return (node.Plans ?? []).reduce((sum, inner) => sum + countLooked(inner), own)
}

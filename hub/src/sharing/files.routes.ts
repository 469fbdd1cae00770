import { z } from 'zod'
import { Language, ReleaseId } from 'contract/common'
import { defineRoute, type HubContext } from '../http/index.ts'
import { loadBlockList, loadFile } from './load-file.ts'

const readers = { access: ['member-contact', 'member-reader'], scope: 'read:bulletins' } as const
const params = z.object({ releaseId: ReleaseId })

// biome-ignore format: a table is read by its columns.
const FILES = [
  ['text', 'text/plain; charset=utf-8',               'txt',  'Text of a bulletin, values defanged.'],
  ['csv',  'text/csv; charset=utf-8',                 'csv',  'Indicators as CSV.'],
  ['stix', 'application/stix+json;version=2.1',       'json', 'STIX 2.1 bundle.'],
] as const

export const fileRoutes = [
  ...FILES.map(([form, answerType, extension, summary]) =>
    defineRoute(
      {
        ...readers,
        method: 'get',
        path: `/api/inbox/{releaseId}/${form}`,
        summary,
        params,
        query: z.object({ language: Language.default('ja') }),
        answerType,
      },
      async (c, { params: { releaseId }, query: { language } }) => {
        const file = await c.get('inTransaction')((db) =>
          loadFile(db, { releaseId, form, language }),
        )
        return sendFile(c, file.text, answerType, `${file.number}.${extension}`)
      },
    ),
  ),
  defineRoute(
    {
      ...readers,
      method: 'get',
      path: '/api/blocklist',
      summary: 'Values of one kind from all bulletins in force, one to a line.',
      query: z.object({ type: z.enum(['domains', 'addresses', 'urls', 'senders']) }),
      answerType: 'text/plain',
    },
    async (c, { query: { type } }) => {
      const text = await c.get('inTransaction')((db) => loadBlockList(db, type))
      return sendFile(c, text, 'text/plain; charset=utf-8', `${type}.txt`)
    },
  ),
]

/** A file to be saved, never to be shown: the values in it are an attacker's. */
function sendFile(c: HubContext, text: string, type: string, name: string): Response {
  c.header('content-type', type)
  c.header('content-disposition', `attachment; filename="${name}"`)
  return c.body(text)
}

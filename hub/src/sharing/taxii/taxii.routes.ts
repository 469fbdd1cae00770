import { defineRoute, type HubContext, type HubRoute } from '../../http/index.ts'
import { findRefusal } from '../../people/index.ts'
import {
  describeApiRoot,
  describeCollection,
  describeCollections,
  describeServer,
  listVersions,
  readManifest,
  readObjects,
  refuseWrite,
} from './taxii-endpoints.ts'
import { acceptsTaxii } from './media-type.ts'
import { renderRefused, renderTaxiiError } from './render-taxii-error.ts'
import { TaxiiError } from './taxii-error.ts'

type Endpoint = (c: HubContext) => Promise<Response>

const COLLECTION = '/taxii2/api/collections/{collectionId}' as const

// biome-ignore format: a table is read by its columns.
const ENDPOINTS: readonly (readonly [`/${string}`, string, Endpoint])[] = [
  ['/taxii2',                                     'Describes the TAXII server.',                 describeServer],
  ['/taxii2/api',                                 'Describes the API root.',                     describeApiRoot],
  ['/taxii2/api/collections',                     'Collections of the token’s groups.',          describeCollections],
  [COLLECTION,                                    'One collection.',                             describeCollection],
  [`${COLLECTION}/manifest`,                      'Ids, versions and dates of the objects.',     readManifest],
  [`${COLLECTION}/objects`,                       'STIX 2.1 objects.',                           readObjects],
  [`${COLLECTION}/objects/{objectId}`,            'One object.',                                 readObjects],
  [`${COLLECTION}/objects/{objectId}/versions`,   'Versions of one object.',                     listVersions],
]

/** Endpoints that take writes on other servers: refused as a collection that may only be read. */
const WRITABLE = new Set(['post objects', 'delete {objectId}'])

/** Who may read feeds: machines with a token for it, and signed-in members. */
const FEED_READERS = {
  access: ['member-contact', 'member-reader'],
  scope: 'read:bulletins',
} as const

/** TAXII 2.1 server, read side. Every address exists with its closing slash (as the standard has it) and without. */
export const taxiiRoutes: readonly HubRoute[] = ENDPOINTS.flatMap(([path, summary, endpoint]) =>
  [`${path}/` as const, path].flatMap((spelling) => [
    toRoute('get', spelling, summary, endpoint),
    ...(['post', 'put', 'delete'] as const).map((method) =>
      toRoute(method, spelling, 'Refused: collections are read-only.', (c) =>
        refuseWrite(c, WRITABLE.has(`${method} ${path.split('/').at(-1)}`)),
      ),
    ),
  ]),
)

/**
 * Access is decided by the same function as everywhere. It is called here and not by the frame,
 * because a TAXII client understands refusals only in the standard's own form.
 */
function toRoute(
  method: HubRoute['method'],
  path: `/${string}`,
  summary: string,
  endpoint: Endpoint,
): HubRoute {
  const form = {
    method,
    path,
    summary,
    access: 'public',
    answerType: 'application/taxii+json',
    renderRefused,
  } as const satisfies Partial<HubRoute>
  return defineRoute(form, async (c) => {
    try {
      const refusal = findRefusal(c.get('actor'), FEED_READERS, c.get('now'))
      if (refusal === 'sign-in-required') throw new TaxiiError('not-signed-in')
      if (refusal !== undefined) throw new TaxiiError('not-allowed')
      if (!acceptsTaxii(c.req.header('accept'))) throw new TaxiiError('not-acceptable')
      return await endpoint(c)
    } catch (error) {
      if (error instanceof TaxiiError) {
        if (error.code === 'not-found') c.get('noteRefusal')('not-found')
        if (error.code === 'not-allowed') c.get('noteRefusal')('role-required')
        return renderTaxiiError(error)
      }
      throw error
    }
  })
}

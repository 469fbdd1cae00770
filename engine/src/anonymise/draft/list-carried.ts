import { memoise } from '../../memoise.ts'
import { ANY_REDIRECT, fromParameters } from '../../techniques/url/any-redirect.ts'
import { parseUrl } from '../../techniques/url/parse-url.ts'
import { organisationOfUrl, unwrapUrl, type UrlStep } from '../../techniques/url/unwrap-url.ts'
import type { CaseMail } from './case-record.ts'
import { CONTEXTS } from './indicator-contexts.ts'

/**
 * By each context and value that a mail’s links carry in a path or a fragment: the places that carry it. Whoever lays
 * a page of his own can write a genuine site there, so that it says nothing of where the link leads.
 */
export const listCarried = memoise(
  ({ indicators }: CaseMail): ReadonlyMap<string, readonly string[]> => {
    const found: { readonly key: string; readonly place: string }[] = []
    const open = new Set<string>()
    for (const { type, value, context } of indicators) {
      if (type !== 'url' || !CONTEXTS.has(context)) continue
      const { wrappers, target } = unwrapUrl(value)
      const url = target === undefined ? undefined : parseUrl(target)
      if (url === undefined || wrappers.length === 0) continue
      const inner = context === 'link' ? 'link-target' : context
      const keys = [toKey(inner, url.href), toKey(inner, url.hostname)]
      const carrier = wrappers.find(isCarrier)
      const place = carrier && organisationOfUrl(carrier.value)
      for (const key of keys) {
        if (place === undefined || place === organisationOfUrl(url.href)) open.add(key)
        else found.push({ key, place })
      }
    }
    const closed = found.filter(({ key }) => !open.has(key))
    const byKey = Map.groupBy(closed, ({ key }) => key)
    return new Map([...byKey].map(([key, all]) => [key, all.map(({ place }) => place)]))
  },
)

export const toKey = (context: string, value: string): string => `${context} ${value}`

/** Whether it carries what it leads to where no parameter says so. */
export function isCarrier({ value, service }: UrlStep): boolean {
  const url = service === ANY_REDIRECT ? parseUrl(value) : undefined
  return url !== undefined && fromParameters(url) === undefined
}

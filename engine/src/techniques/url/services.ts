import { remember } from '../../remember.ts'
import { CLICK_COUNTERS } from './click-counters.ts'
import { REDIRECT_SERVICES } from './redirect-services.ts'
import { SECURITY_SERVICES } from './security-services.ts'
import { SHORTENERS } from './shorteners.ts'
import type { UrlService } from './url-service.ts'

export type { UrlService }

/** Link-rewriting services by the host they use. */
const URL_SERVICES: readonly UrlService[] = [...SECURITY_SERVICES, ...REDIRECT_SERVICES, SHORTENERS]

/** Mails repeat their hosts; asking every service of each link would cost more than the rest. */
const listByHost = remember(
  (hostname: string): readonly UrlService[] =>
    URL_SERVICES.filter(({ host }) => host.test(hostname)),
  { answersMax: 2048, charsMax: 253 },
)

/** The service whose rewritten link this is. */
export function findService(url: URL): UrlService | undefined {
  const isPath = ({ path }: UrlService) => path === undefined || path.test(url.pathname)
  return (
    listByHost(url.hostname).find(isPath) ??
    CLICK_COUNTERS.find((one) => isPath(one) && one.host.test(url.hostname))
  )
}

/** Whether a host belongs to a service that rewrites links of everybody; FortiMail's are its customers' own. */
export function isServiceHost(hostname: string): boolean {
  return listByHost(hostname).some(({ id }) => id !== 'fortimail')
}

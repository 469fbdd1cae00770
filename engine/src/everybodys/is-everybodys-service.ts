import { isSharedService } from '../anonymise/redact/shared-services.ts'
import { FREE_MAIL } from '../techniques/tables/free-mail.ts'
import { SENDING_SERVICES } from '../techniques/tables/sending-services.ts'
import { isServiceHost } from '../techniques/url/services.ts'

/**
 * Whether mail and links of many pass through a domain, so that whoever received a mail there is none of its owner's.
 * Narrower than `isEverybodysDomain`: a ministry, a newspaper or a maker is everybody's to read and its own people's to
 * be protected.
 */
export const isEverybodysService = (domain: string): boolean =>
  FREE_MAIL.has(domain) ||
  SENDING_SERVICES.has(domain) ||
  isSharedService(domain) ||
  isServiceHost(domain)

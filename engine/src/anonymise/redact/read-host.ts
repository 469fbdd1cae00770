import { parseUrl } from '../../techniques/url/parse-url.ts'

/** As a browser reads a host, whatever way an address is written in; without the brackets of version 6. */
export const toReadHost = (host: string): string =>
  (parseUrl(`http://${host}/`)?.hostname ?? host).replace(/^\[|\]$/gu, '')

/** Class identifier of URL monikers; a size and the address in UTF-16 follow (MS-OSHARED §2.3.7.6). */
const URL_MONIKER = Buffer.from('e0c9ea79f9bace118c8200aa004ba90b', 'hex')

/** The address an object or hyperlink names by a URL moniker. */
export function findMonikerUrl(data: Buffer): string | undefined {
  const at = data.indexOf(URL_MONIKER)
  if (at < 0 || at + 20 > data.length) return undefined
  const size = data.readUInt32LE(at + 16)
  const [url = ''] = data.toString('utf16le', at + 20, at + 20 + size).split('\0', 1)
  return url === '' ? undefined : url
}

/** Where the target of an external relationship or field lies. */
export type TargetPlace =
  /** On the web: http, https, ftp, or another scheme around such an address. */
  | 'web'
  /** Under a scheme that hands it to another program: `ms-msdt:`, `mhtml:`, `search-ms:`. */
  | 'protocol'
  /** On a file server: `\\server\share`, `file://server/`. */
  | 'share'
  /** On a disk of the machine, beside the document, or in a mail address. */
  | 'local'

/** Tells targets that leave the machine from those that stay on it. */
export function placeOfTarget(target: string): TargetPlace {
  const text = target.trim().replace(/^file:\/{3,5}(?=\\\\|\/\/|[a-z]:)/i, '')
  if (/^(?:https?|ftps?):/i.test(text)) return 'web'
  if (/^file:\/\/(?!\/|localhost\/|[a-z]:)[^/\\]/i.test(text)) return 'share'
  if (/^(?:\\\\|\/\/)[^\\/?.]/.test(text)) return 'share'
  const scheme = /^([a-z][a-z0-9+.-]{1,30}):/i.exec(text)?.[1]?.toLowerCase()
  if (scheme === undefined || ORDINARY_SCHEMES.has(scheme)) return 'local'
  return 'protocol'
}

const ORDINARY_SCHEMES: ReadonlySet<string> = new Set([
  'file',
  'mailto',
  'tel',
  'onenote',
  'outlook',
  'notes',
  'ppaction',
])

/** The host of a web or share target, in lower case; empty when it names none. */
export function hostOfTarget(target: string): string {
  const share = /^(?:file:)?[\\/]{2,5}([^\\/@:]{1,253})/i.exec(target.trim())?.[1]
  const web = /(?:https?|ftps?):\/\/(?:[^/?#@]{0,200}@)?([^/?#:]{1,253})/i.exec(target)?.[1]
  return (web ?? share ?? '').toLowerCase()
}

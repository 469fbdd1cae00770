import type { FileLink, FileReader, FileReading } from '../file-reading.ts'
import { findUrls } from '../find-urls.ts'
import { readText } from '../read-text.ts'

/** Small files that lead to an address when they are opened, by detected type. */
const TYPES: ReadonlySet<string> = new Set([
  'application/x-mswinurl',
  'application/x-webloc',
  'application/x-desktop-entry',
  'application/x-ms-library',
  'application/x-ms-search',
  'application/x-settingcontent',
  'application/x-ms-application',
])
/** Keys and elements that name where it goes: `URL=`, `Exec=`, `<DeepLink>`, `<url>`, `<string>`. */
const TARGETS =
  /^[ \t]{0,20}(?:URL|Exec|BASEURL|IconFile|WorkingDirectory)[ \t]{0,20}=[ \t]{0,20}(.{1,2000})$|<(?:DeepLink|url|string|deploymentProvider codebase=)>?"?([^<"]{1,2000})/gim
const TARGETS_MAX = 20
/** Paths to other machines: the sign-in of whoever opens the file is sent along. */
const REMOTE = /^(?:https?:|ftp:|file:|search-ms:|ms-[a-z]{2,20}:|\\\\|\/\/)/i

/** Internet shortcuts and their relatives (url, webloc, desktop, library-ms, search-ms, settingcontent-ms, application). */
export const addressFiles: FileReader = {
  format: 'address-files',
  reads: (type) => TYPES.has(type),
  read: ({ bytes }) => readAddresses(readText(bytes)),
}

function readAddresses(text: string): FileReading {
  const targets = Array.from(text.matchAll(TARGETS), ([, line, element]) =>
    (line ?? element ?? '').trim().replaceAll('&amp;', '&'),
  ).slice(0, TARGETS_MAX)
  const remote = targets.filter((target) => REMOTE.test(target))
  const urls = remote.length > 0 ? remote : findUrls(text)
  return {
    signs: targets.map((excerpt) => ({ kind: 'internet-shortcut' as const, excerpt })),
    links: urls.map((url): FileLink => ({ url, kind: 'document' })),
    facts: targets.map((value) => ({ name: 'target', value })),
  }
}

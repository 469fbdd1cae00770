import { limits } from '../../limits.ts'
import { findTextLinks } from '../../evidence/links/text-links.ts'
import type { FileLink, FileSign } from '../file-reading.ts'
import { findVbaStrings } from './find-vba-strings.ts'
import type { VbaSource } from './read-vba-project.ts'
import { revealStrings } from './reveal-strings.ts'

/** Procedures that Office runs by itself (MS-OVBA leaves them to the programs' own manuals). */
const AUTO_RUN =
  /^[ \t]*(?:(?:public|private|static)[ \t]+)?sub[ \t]+((?:auto_?(?:open|exec|close|exit|new|activate|deactivate)|document_?(?:open|close|new|beforeclose|contentcontrolonenter)|workbook_?(?:open|activate|beforeclose|windowactivate|deactivate)|worksheet_(?:activate|calculate|selectionchange)|presentation_?(?:open|close)|slideshow_?begin|\w{1,40}_(?:layout|painted|painting|mouseenter|onconnecting|beforenavigate2|statechange|titlechange|documentcomplete|navigatecomplete2|downloadbegin|progresschange)))[ \t]*(?:\(|$|['\r])/gim

/** Calls that reach outside the document, by what they are for. */
const CALLS: readonly (readonly [RegExp, string])[] = [
  [/\bshell(?:execute[aw]?)?\b[ \t]*(?:\(|"|[a-z$])/i, 'Shell'],
  [/wscript\.shell|shell\.application|wscript\.network/i, 'WScript.Shell'],
  [/\bpowershell\b|\bpwsh\b/i, 'powershell'],
  [/\bcmd(?:\.exe)?[ "]{1,3}\/[ckr]\b/i, 'cmd'],
  [
    /\b(?:mshta|regsvr32|rundll32|certutil|bitsadmin|wmic|msiexec|cscript|wscript\.exe|installutil|msbuild)\b/i,
    'system program',
  ],
  [/urldownloadtofile|urldownloadtocachefile/i, 'URLDownloadToFile'],
  [
    /msxml2\.(?:server)?xmlhttp|microsoft\.xmlhttp|winhttp\.winhttprequest|internetexplorer\.application|\binternetopen/i,
    'XMLHTTP',
  ],
  [/adodb\.stream|\bsavetofile\b/i, 'ADODB.Stream'],
  [/\bwinmgmts:|win32_process\b/i, 'WMI'],
  [
    /\b(?:virtualalloc|virtualprotect|writeprocessmemory|rtlmovememory|createthread|createremotethread|createprocess[aw]?|queueuserapc|enumsystemlocales\w{0,3}|callwindowproc[aw]?)\b/i,
    'memory call',
  ],
  [/\bdeclare[ \t]+(?:ptrsafe[ \t]+)?(?:function|sub)\b[^\n]{0,200}\blib\b/i, 'Declare Lib'],
  [/schedule\.service|schtasks/i, 'scheduled task'],
  [/currentversion\\run\b|\bregwrite\b/i, 'registry'],
  [/\bxlapp|\bvbproject\b|\bvbcomponents\b|accessvbom/i, 'writes macros'],
  [/\bcreateobject\b|\bgetobject\b/i, 'CreateObject'],
  [/\benviron\b/i, 'Environ'],
  [/\bcallbyname\b/i, 'CallByName'],
  [/\bexecuteexcel4macro\b/i, 'ExecuteExcel4Macro'],
]

const LINE_CHARS_MAX = 300

export interface VbaReading {
  readonly signs: readonly FileSign[]
  readonly links: readonly FileLink[]
}

/** What a VBA project would do: what starts it, what it calls, where it reaches. */
export function readVbaSigns(sources: readonly VbaSource[]): VbaReading {
  if (sources.length === 0) return { signs: [], links: [] }
  const source = sources.map((one) => one.source).join('\n')
  // A document's empty modules are always there; a macro is what somebody wrote.
  if (!/^[ \t]*[^\s']/m.test(source.replace(/^[ \t]*option[ \t].*$/gim, '')))
    return { signs: [], links: [] }
  const code = dropComments(source)
  const strings = findVbaStrings(code)
  const hidden = [...strings, ...revealStrings(strings)]
  const names = sources.map(({ name }) => name).join(', ')
  return {
    signs: [
      { kind: 'vba-macro', excerpt: names },
      ...findAutoRuns(code),
      ...findCalls(code, hidden),
    ],
    links: findLinks([code, ...hidden]),
  }
}

/** Comments hold manuals and licence texts, with words that mean nothing there. */
function dropComments(source: string): string {
  return source
    .split('\n')
    .map((line) => line.replace(/^[ \t]*(?:'|rem[ \t]).*$/i, ''))
    .join('\n')
}

function findAutoRuns(code: string): FileSign[] {
  const names = new Set([...code.matchAll(AUTO_RUN)].map(([, name = '']) => name))
  return [...names].slice(0, 20).map((excerpt) => ({ kind: 'vba-auto-run', excerpt }))
}

function findCalls(code: string, strings: readonly string[]): FileSign[] {
  const lines = [...code.split('\n'), ...strings].map((line) => line.trim())
  return CALLS.flatMap(([pattern, name]): FileSign[] => {
    const line = lines.find((one) => pattern.test(one.slice(0, LINE_CHARS_MAX * 10)))
    if (line === undefined) return []
    return [{ kind: 'vba-call', excerpt: `${name}: ${line.slice(0, LINE_CHARS_MAX)}` }]
  })
}

function findLinks(texts: readonly string[]): FileLink[] {
  const urls = new Set<string>()
  for (const text of texts) {
    if (urls.size >= limits.fileLinksMax) break
    for (const { url } of findTextLinks(text, limits.fileLinksMax)) urls.add(url)
  }
  return [...urls].slice(0, limits.fileLinksMax).map((url) => ({ url, kind: 'document' }))
}

import type { FileReader, FileReading, FileSign } from '../file-reading.ts'
import { findUrls } from '../find-urls.ts'
import { readText } from '../read-text.ts'
import { decodeReadable, revealScript } from './reveal-script.ts'
import { findScriptCalls } from './script-calls.ts'

const TYPES: ReadonlySet<string> = new Set([
  'text/javascript',
  'text/vbscript',
  'application/x-windows-script-file',
  'application/x-windows-script-host',
  'application/hta',
  'application/x-powershell',
  'application/x-bat',
  'application/x-sh',
  'text/x-python',
  'application/x-php',
  'application/x-applescript',
  'text/scriptlet',
  'text/x-ms-regedit',
  'application/x-setupscript',
])
/** Scripts that Windows Script Encoder made unreadable; how to read them is not built in. */
const ENCODED = /^application\/x-(?:jscript|vbscript)-encoded$/
/** `powershell -enc …` and its many spellings, down to `-e`. */
const ENCODED_COMMAND = /\s[-/\u2013]e[ncodemaqu]{0,14}\s{1,10}["']?([A-Za-z0-9+/]{24,}={0,2})/gi
const COMMANDS_MAX = 10

/** Scripts of Windows, PowerShell, Unix and the web, read and unwrapped as text; none is run. */
export const scripts: FileReader = {
  format: 'scripts',
  weight: 4,
  reads: (type) => TYPES.has(type) || ENCODED.test(type),
  read({ bytes, type }) {
    const text = readText(bytes)
    const layers = revealScript(text)
    const reading = readLayers(layers)
    return ENCODED.test(type) ? { ...reading, problems: ['encoded-script'] } : reading
  },
}

function readLayers(layers: readonly string[]): FileReading {
  const [script = ''] = layers
  const all = layers.join('\n')
  const urls = new Set(layers.flatMap((layer) => [...findUrls(layer)]))
  return {
    text: script,
    signs: [...findEncodedCommands(all), ...findScriptCalls(all)],
    links: Array.from(urls, (url) => ({ url, kind: 'resource' as const })),
    facts: layers.length > 1 ? [{ name: 'layers', value: String(layers.length) }] : [],
  }
}

function findEncodedCommands(text: string): FileSign[] {
  const found: FileSign[] = []
  for (const [, base64 = ''] of text.matchAll(ENCODED_COMMAND)) {
    const command = decodeReadable(base64)
    if (command !== undefined) found.push({ kind: 'encoded-powershell', excerpt: command })
    if (found.length >= COMMANDS_MAX) break
  }
  return found
}

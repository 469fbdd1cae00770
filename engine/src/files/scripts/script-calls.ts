import type { SignKind } from '../file-reading.ts'

/** What a script does, told by the names it cannot do without. */
interface CallRule {
  readonly kind: SignKind
  readonly words: RegExp
}

/**
 * Names that fetch, start or hide. Each is ordinary in some script; which of them mean something
 * together is for a technique to say. Carets and back-ticks were taken out before.
 */
export const CALL_RULES: readonly CallRule[] = [
  {
    kind: 'script-download',
    words:
      /\b(?:URLDownloadToFile|(?:MSXML2|Microsoft)\.(?:Server)?XMLHTTP|WinHttp\.WinHttpRequest|Net\.WebClient|Download(?:String|File|Data)|Invoke-(?:WebRequest|RestMethod)|Start-BitsTransfer|bitsadmin|certutil(?:\.exe)?\s{1,5}.{0,40}-urlcache|curl(?:\.exe)?\s{1,5}.{0,80}https?:|wget\s{1,5}.{0,80}https?:|iwr\s{1,5}|regsvr32.{0,40}\/i:https?:|mshta(?:\.exe)?\s{1,5}.{0,5}https?:|msiexec.{0,40}https?:)/gi,
  },
  {
    kind: 'script-execution',
    words:
      /\b(?:WScript\.Shell|Shell\.Application|ShellExecute|CreateObject\(|ActiveXObject\(|GetObject\(\s{0,5}["']winmgmts|Win32_Process|Invoke-Expression|IEX\b|Start-Process|Invoke-Command|rundll32|regsvr32|schtasks|powershell(?:\.exe)?\s{1,5}-|cmd(?:\.exe)?\s{1,5}\/[ck]|VirtualAlloc|CreateThread|DllImport|Add-Type|Reflection\.Assembly|ExecuteGlobal|child_process|os\.system|subprocess\.)/gi,
  },
  {
    kind: 'script-obfuscation',
    words:
      /\b(?:FromBase64String|StrReverse|fromCharCode|unescape\(|-bxor\b|\[char\]\s{0,3}\d|Chr[W$]{0,2}\(\s{0,3}(?:\d|&H)|-join\s{0,3}\(|\.split\(.{0,20}\)\.(?:reverse|join)|eval\(|Execute\(|atob\()/gi,
  },
]

const EXCERPT_BEFORE = 20
const EXCERPT_CHARS = 160
const EACH_MAX = 8

export interface ScriptCall {
  readonly kind: SignKind
  readonly excerpt: string
}

/** The calls in a script, each name once, with the line around it. */
export function findScriptCalls(script: string): readonly ScriptCall[] {
  return CALL_RULES.flatMap(({ kind, words }) => {
    const seen = new Map<string, ScriptCall>()
    for (const { 0: word, index } of script.matchAll(words)) {
      const key = word.toLowerCase().slice(0, 12)
      if (seen.has(key)) continue
      const start = Math.max(0, index - EXCERPT_BEFORE)
      const excerpt = script.slice(start, start + EXCERPT_CHARS).replace(/\s+/g, ' ')
      seen.set(key, { kind, excerpt: excerpt.trim() })
      if (seen.size >= EACH_MAX) break
    }
    return [...seen.values()]
  })
}

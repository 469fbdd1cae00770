/** Scripts of one page that are read. */
const SCRIPTS_MAX = 200
/** Handlers such as `onclick="…"`; both quotes, bounded so that an unclosed one costs no more. */
const HANDLER = /[\s"']on[a-z]{3,20}\s{0,10}=\s{0,10}(?:"([^"]{1,20000})"|'([^']{1,20000})')/gi
const SCRIPT_LINK = /"\s{0,10}javascript:([^"]{1,20000})"|'\s{0,10}javascript:([^']{1,20000})'/gi

/** Scripts written in a page: elements, handlers and links. Search is by indices, for it is linear. */
export function listScripts(page: string): readonly string[] {
  const scripts: string[] = []
  const lower = page.toLowerCase()
  for (let at = lower.indexOf('<script'); at >= 0 && scripts.length < SCRIPTS_MAX; ) {
    const start = lower.indexOf('>', at)
    if (start < 0) break
    const end = lower.indexOf('</script', start)
    scripts.push(stripWrapping(page.slice(start + 1, end < 0 ? page.length : end)))
    at = end < 0 ? -1 : lower.indexOf('<script', end)
  }
  for (const pattern of [HANDLER, SCRIPT_LINK])
    for (const [, first, second] of page.matchAll(pattern)) {
      if (scripts.length >= SCRIPTS_MAX) break
      scripts.push(decodeEntities(first ?? second ?? ''))
    }
  return scripts.filter((script) => script.trim() !== '')
}

/** SVG and XHTML wrap scripts in CDATA sections, old HTML in comments. */
function stripWrapping(script: string): string {
  return script.replace(/^\s*(?:<!\[CDATA\[|<!--)/, '').replace(/(?:\/\/\s*)?(?:\]\]>|-->)\s*$/, '')
}

function decodeEntities(text: string): string {
  return text
    .replace(/&#(\d{1,7});/g, (_all, code: string) => toCharacter(Number(code)))
    .replace(/&#x([0-9a-f]{1,6});/gi, (_all, code: string) =>
      toCharacter(Number.parseInt(code, 16)),
    )
    .replace(/&(?:quot|apos|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
}

function toCharacter(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/**
 * Styles that keep text from the reader. Filters and detectors must not take such text for what was
 * said to the victim: spammers hide paragraphs of ordinary prose to look harmless.
 */
const HIDING =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*(?:\.0+)?(?=\s*(?:;|!|$))|mso-hide\s*:\s*all|font-size\s*:\s*[01](?:\.\d*)?(?:px|pt|em|rem|%)?(?=\s*(?:;|!|$))|(?:max-)?(?:height|width)\s*:\s*0(?:px|pt|em|%)?(?=\s*(?:;|!|$))|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*0)/i

/** `overflow` decides whether text of an element without height or width is cut off. */
const ZERO_SIZE = /(?:max-)?(?:height|width)\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)/i

/** Whether an element with this style attribute shows nothing of its text. */
export function isHidingStyle(style: string): boolean {
  const start = style.slice(0, 2_000)
  const text = start.includes('/*') ? start.replace(/\/\*[^]*?(?:\*\/|$)/g, '') : start
  const match = HIDING.exec(text)
  if (match === null) return false
  if (!ZERO_SIZE.test(match[0] + ';')) return true
  return /overflow(?:-[xy])?\s*:\s*(?:hidden|clip)/i.test(text) || /display\s*:\s*none/i.test(text)
}

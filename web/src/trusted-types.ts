/** The part of the browser's Trusted Types that is used here (W3C Trusted Types §2.3.1). */
interface PolicyMaker {
  createPolicy(name: string, rules: { createHTML: (text: string) => string }): unknown
}

/**
 * Installs the one gate through which text may become markup: the component library puts its style sheets there.
 * A style sheet holds no `<`, and a text without `<` makes no element, so that is the rule. Text that would become a
 * script or the address of one has no gate at all and is refused by the browser.
 */
export function guardMarkup(): void {
  const { trustedTypes } = window as { trustedTypes?: PolicyMaker }
  trustedTypes?.createPolicy('default', { createHTML: refuseTags })
}

export function refuseTags(text: string): string {
  if (text.includes('<')) throw new TypeError('Markup is not made from text here.')
  return text
}

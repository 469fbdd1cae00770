/**
 * Turns a defanged address, host or URL back into the form it stands for: `hxxps[:]//a[.]example`
 * and the other spellings analysts use. Text that is not defanged stays as it is.
 */
export function refang(text: string): string {
  return text
    .replace(/^(\s*)(?:hxxp|h\*\*p|htxp|hxtp)(s?)(?=\s?[[(]?:)/i, '$1http$2')
    .replace(/[[({]\s?(?:\.|dot)\s?[\])}]/gi, '.')
    .replace(/[[({]\s?(?:@|at)\s?[\])}]/gi, '@')
    .replace(/[[(]\s?:(\/\/)?\s?[\])]/g, ':$1')
    .replace(/:\[\/\/\]/g, '://')
    .replace(/\[\/\]/g, '/')
    .replace(/:\\\\/g, '://')
}

/**
 * Writes an address, host or URL so that no program makes a link of it and no reader opens it by
 * accident: the last dot of the host becomes `[.]`, `http` becomes `hxxp`: `hxxps://a[.]example/x`,
 * `b.c@a[.]example`. The rest stays readable. `refang` undoes it.
 */
export function defang(text: string): string {
  const match = /^(\s*)([a-z][a-z\d+.-]{1,15}):\/\/([^/?#]*)([^]*)$/i.exec(text)
  if (match === null) return defangHost(text)
  const [, space = '', scheme = '', authority = '', rest = ''] = match
  return `${space}${scheme.replace(/^http/i, 'hxxp')}://${defangHost(authority)}${rest}`
}

/** Breaks the last dot that has something behind it: the one before the top-level domain. */
function defangHost(text: string): string {
  let end = text.length
  while (end > 0 && /[.\s]/.test(text[end - 1] ?? '')) end -= 1
  end -= /:\d{1,5}$/.exec(text.slice(Math.max(0, end - 6), end))?.[0].length ?? 0
  const at = text.lastIndexOf('.', end - 1)
  return at < 0 ? text : `${text.slice(0, at)}[.]${text.slice(at + 1)}`
}

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
 * accident: `hxxps://a[.]example/x`, `b[@]a[.]example`. `refang` undoes it.
 */
export function defang(text: string): string {
  const match = /^(\s*)http(s?):\/\/([^/?#]*)([^]*)$/i.exec(text)
  if (match === null) return text.replace(/@/g, '[@]').replace(/\.(?=[^\s.])/g, '[.]')
  const [, space = '', secure = '', authority = '', rest = ''] = match
  return `${space}hxxp${secure}://${authority.replace(/\./g, '[.]').replace(/@/g, '[@]')}${rest}`
}

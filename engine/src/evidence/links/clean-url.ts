import { limits } from '../../limits.ts'

/** A target as a browser takes it: trimmed, tabs and line breaks dropped (WHATWG URL §4.4). */
export function cleanUrl(target: string): string {
  return target
    .slice(0, limits.linkCharsMax)
    .replace(/[\t\r\n]/g, '')
    .trim()
}

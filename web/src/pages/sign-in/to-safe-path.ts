/**
 * Where to go after the sign-in: a path of ours, or home. `//evil.example` and `/\evil.example` begin like paths, and
 * browsers read them as another site's address; they also pass over tabs and line breaks (WHATWG URL §4.4).
 */
export function toSafePath(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\\s])/.test(next) && !/[\t\n\r]/.test(next) ? next : '/'
}

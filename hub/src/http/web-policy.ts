/**
 * Policy of the web interface. Scripts are files of ours only; no text becomes a script, and the one gate for text
 * that becomes markup lets no tag through (web/src/trusted-types.ts). The component library writes its variables into
 * a style element, which carries the nonce of this one answer.
 */
export function renderWebPolicy(nonce?: string): string {
  const styles = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    // Evidence is shown in a scriptless frame of its own origin.
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}

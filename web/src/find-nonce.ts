/** The nonce the hub gave this page; none in development, where no policy asks for one. */
export function findNonce(): string {
  return document.querySelector<HTMLElement>('[property="csp-nonce"]')?.nonce ?? ''
}

/** Tells it to what locks scrolling behind a dialogue, which asks under this name only (package get-nonce). */
export function handNonceOn(): void {
  Object.assign(globalThis, { __webpack_nonce__: findNonce() })
}

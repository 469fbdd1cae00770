/** A service that rewrites links, so that a click passes it before it reaches the target. */
export interface UrlService {
  /** What `Register.urlServices` lists. */
  readonly id: string
  readonly name: string
  /**
   * `security` products are bought by recipients; `redirect` is anybody's; a `counter` counts clicks
   * for who sends; a `shortener` hides the target by its nature.
   */
  readonly kind: 'security' | 'redirect' | 'counter' | 'shortener'
  readonly host: RegExp
  /** Paths that are rewritten links, where the host has others too. */
  readonly path?: RegExp
  /** The target; undefined when only the service knows it. */
  unwrap(url: URL): string | undefined
  /** Host of the target, where the service shows that much of a secret target. */
  readonly hostOf?: (url: URL) => string | undefined
  /** Header fields or relay names that this service leaves in a mail it has handled. */
  readonly trace?: RegExp
}

/** The target is known to the service alone. */
export const keptSecret = (): undefined => undefined

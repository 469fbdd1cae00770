import { remember } from '../../remember.ts'

/**
 * A URL as a browser reads it (WHATWG URL); undefined when it is none. Every technique about links
 * asks for the same addresses, and mails repeat theirs.
 */
export const parseUrl = remember(
  (text: string): Readonly<URL> | undefined => URL.parse(text) ?? undefined,
  // Some megabytes at most.
  { answersMax: 1024, charsMax: 2048 },
)

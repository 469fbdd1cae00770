/** Top levels that nobody can have (RFC 2606); examples and tests need them to behave like real ones. */
export const RESERVED_TOPS: ReadonlySet<string> = new Set([
  'example',
  'test',
  'invalid',
  'localhost',
])

/** Second levels that registries sell under; reserved names use them to stand for `co.jp` and its like. */
export const SECOND_LEVELS: ReadonlySet<string> = new Set([
  'co',
  'ac',
  'or',
  'ne',
  'go',
  'ed',
  'ad',
  'gr',
  'lg',
  'com',
  'net',
  'org',
])

import { BASE_DECODERS } from './decode-bases.ts'
import { DISGUISE_DECODERS } from './decode-disguise.ts'
import { ESCAPE_DECODERS } from './decode-escapes.ts'
import { MAIL_DECODERS } from './decode-mail.ts'
import { MARKUP_DECODERS } from './decode-markup.ts'
import type { Decoder } from './piece.ts'

/** Every encoding that is opened; each is looked for in what the others gave. */
export const DECODERS: readonly Decoder[] = [
  ...BASE_DECODERS,
  ...ESCAPE_DECODERS,
  ...MAIL_DECODERS,
  ...MARKUP_DECODERS,
  ...DISGUISE_DECODERS,
]

/** Those that find something in almost any text. */
export const NOISY_ENCODINGS: ReadonlySet<string> = new Set(BASE_DECODERS.map(({ name }) => name))

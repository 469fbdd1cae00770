/** Limits of the picture we draw from a mail's HTML. */
export const safeHtmlLimits = {
  /** Input characters; the viewer shows a mail, not a web site, and the rest is in the text view. */
  inputCharsMax: 400_000,
  /** Output characters; escaping can make the picture larger than the mail. */
  outputCharsMax: 1_000_000,
  /** Open elements; browsers take quadratic time on far deeper trees, and the parser does too. */
  depthMax: 200,
  /** Characters of an address shown in place of an image or behind a link. */
  addressCharsMax: 300,
} as const

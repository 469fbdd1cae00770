/** Limits of anonymisation; each guards against text written to be expensive. */
export const ANONYMISE_LIMITS = {
  /** UTF-16 units of one text given to the redactor. A mail's shown text is bounded before; longer is cut off and said so. */
  redactCharsMax: 200_000,
  /** Bytes of one outgoing format. The longest bulletin is about 900 KB as STIX. */
  formatBytesMax: 4_000_000,
  /** Encodings inside encodings that the leak check opens: percent twice, then Base64, then a charset. */
  decodeDepthMax: 4,
  /** Letters that the leak check may read, over all layers of one format. Of five hundred indicators in STIX, those of all types need 3.5 million, patterns 1.7 million, and the longest links with percent escapes and `=4f` in each 5.6 million, which take some seconds; what needs more was written to be expensive and is refused. */
  readLettersMax: 6_000_000,
  /** Letters that are searched where not all could be read: it is refused anyway, and a person wants to see why. */
  unreadLettersMax: 1_500_000,
  /** Bytes inflated from one compressed stream (a bomb inflates a thousandfold). */
  inflatedBytesMax: 2_000_000,
  /** Compressed streams opened per layer. */
  streamsMax: 64,
  /** Places per layer that begin like a compressed stream and are tried; a megabyte of chance bytes has sixty. */
  streamTriesMax: 256,
  /** Attacking sources of access logs in one bulletin: two logs' worth. More is a botnet, which a list of days ago does not stop. */
  logSourcesMax: 100,
  /** Sources a person is asked about; beyond that nobody answers with care, and they stay inside. */
  logQuestionsMax: 10,
  /** Things looked for that the summary names. */
  logMarksMax: 8,
  /** Leaks reported; one is enough to refuse. */
  leaksMax: 200,
} as const

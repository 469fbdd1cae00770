/** Limits of reading a document for the leak check. What goes over one is refused, since nobody knows what it holds. */
export const DOCUMENT_LIMITS = {
  /** Bytes of one file. A report with figures has 3 MB. */
  fileBytesMax: 32 * 1024 * 1024,
  /** Files inside files: a picture in a document in an archive in a mail are four. */
  depthMax: 8,
  /** Files opened inside one file, however deep; a presentation has 300 parts. */
  filesMax: 2_000,
  /** Members of one archive. */
  membersMax: 2_000,
  /** Bytes of one unpacked member, and of everything unpacked from one file (a bomb inflates a thousandfold). */
  memberBytesMax: 16 * 1024 * 1024,
  unpackedBytesMax: 64 * 1024 * 1024,
  /** Pieces of text with a place of their own; a table of 10,000 rows has 100,000. */
  segmentsMax: 400_000,
  /** Bytes of all text of one file. A megabyte takes some seconds to be searched in all encodings. */
  textBytesMax: 16 * 1024 * 1024,
  /** Letters read for each byte of text beyond what one format may have. Prose needs two to seven in all its readings, chance bytes seventy. */
  readLettersPerByteMax: 3,
  /** Bytes of pieces that are searched together: fewer layers are faster, longer ones are decoded past the budget. */
  layerBytesMax: 256 * 1024,
  /** Objects, arrays and elements inside each other. */
  nestingMax: 200,
  /** Characters of a name inside a place that are shown. */
  placeCharsMax: 120,
  /** Savings of one PDF that are read as documents of their own. */
  revisionsMax: 24,
  /** Pages of one PDF, in each of its revisions. */
  pagesMax: 400,
  /** Fonts' tables with which a content stream that no page draws is tried. */
  looseResourcesMax: 8,
  /** Segments or chunks of one picture. */
  chunksMax: 20_000,
  /** Directories and entries of Exif tags; cameras write five and a hundred. */
  exifDirectoriesMax: 16,
  exifEntriesMax: 1_000,
  /** Places named of what could not be searched; one is enough to refuse. */
  refusalsMax: 50,
} as const

/** Limits of the step that reads evidence, each with its reason. */
export const analysisLimits = {
  /** Time a file with one mail may keep the parser busy. A large one takes under 3 s; a poison file takes for ever. */
  fileWallMs: 30_000,
  /** Time added for each further mail of the file, ten times what a mail takes on a busy machine. */
  furtherMailMs: 50,
  /** Time for one mail, so that a poison mail leaves time for its neighbours. */
  mailWallMs: 10_000,
  /** Heap of the parsing thread. The largest legitimate file, 100 MiB of base64, needs about 300 MB. */
  threadHeapMb: 512,
  /** Stack of the parsing thread; recursion on hostile input ends here and not in the process. */
  threadStackMb: 4,
  /** A thread without work for this long is ended; it holds some 60 MB. Milliseconds. */
  threadIdleMs: 60_000,
  /** Time for a log as a whole; 256 MiB packed tenfold take five minutes on a busy machine. */
  logWallMs: 15 * 60_000,
  /** Time for one piece of a log, which unpacked may be a thousand times as large. */
  logPieceWallMs: 60_000,
  /** Logs kept of one file, and sources of one log that others can look for. */
  logsPerFileMax: 200,
  /** Times the thread is started anew for one file before its remaining mails are left unread. */
  restartsPerFileMax: 3,
  /** Submissions read again after a change of what is known; at 1,000 mails a second a matter of minutes. */
  againSubmissionsMax: 20_000,
  /** Readings again that are remembered, and shown: enough to see whether the last change was followed by one. */
  rereadingsKept: 20,
  rereadingsShown: 5,
  /** Mails written in one transaction, so that progress shows and memory stays small. */
  mailsPerWrite: 25,
  /** Bytes of mail after which a transaction is written earlier. */
  bytesPerWrite: 8 * 1024 * 1024,
  /** Characters of a mail's place inside its file; an index row holds about 2,700 bytes. */
  rowPathCharsMax: 200,
  /** Header fields kept for the viewer. Real chains stay under 300. */
  shownHeadersMax: 1_000,
  /** Bytes of one header field kept as they stand, as the contract says. */
  headerRawCharsMax: 8_000,
  /** Characters of one decoded header value; a list of 500 recipients fits. */
  headerValueCharsMax: 20_000,
  /** Parts listed in the viewer; the engine itself stops at 2,000. */
  shownPartsMax: 2_000,
  /** Characters of one part's text, as the contract says. */
  partTextCharsMax: 200_000,
  /** Characters of all parts' text in one mail: ten full parts. */
  mailTextCharsMax: 2_000_000,
  /** Received fields kept for the path. */
  shownHopsMax: 200,
  /** Results of SPF, DKIM, DMARC and ARC kept for the viewer. */
  shownChecksMax: 200,
  /** Characters of a subject, sender or title kept in a row. */
  rowTextCharsMax: 1_000,
  /** Characters of a file name inside a sentence. */
  shownNameCharsMax: 100,
  /** Findings kept for one mail; above this nobody reads them. */
  findingsMax: 200,
  /** Artefacts and indicators kept for one mail; the engine has its own, higher bounds. */
  artefactsMax: 2_000,
  indicatorsMax: 5_000,
  /** Characters of one indicator; no proxy log holds a longer address, so nobody could search for it. */
  indicatorCharsMax: 8_000,
  /** Bytes of one file inside a mail kept beside the mail: most documents, scripts and programs of the field. */
  keptFileBytesMax: 4 * 1024 * 1024,
  /** Bytes of all such files of one mail. They cross from the parsing thread at once. */
  keptFilesBytesMax: 16 * 1024 * 1024,
  /** Number of such files of one mail; each costs a write that survives a power cut. */
  keptFilesMax: 200,
  /** Pixels of a picture a browser may be given to draw; a screen photo has 12 million, a bomb 4 billion. */
  drawnPixelsMax: 16_000_000,
  /** Pixels of such a picture times its frames or scans; a photo saved progressively has ten scans. */
  drawnPassPixelsMax: 200_000_000,
  /** Characters of redrawn HTML of all HTML files inside one mail. */
  safeHtmlCharsMax: 2_000_000,
  /** Characters of everything read in the files of one mail; PostgreSQL takes 256 MB in one statement's JSON. */
  readingsCharsMax: 8_000_000,
  /** Bytes of nested mails that are read again for the tree; reading 10 MB takes 0.2 s. */
  nestedBytesMax: 16 * 1024 * 1024,
  /** Header fields and characters of each that are shown of a nested mail. */
  nestedHeadersMax: 200,
  nestedHeaderCharsMax: 2_000,
  /** Problems kept for one mail or file. */
  problemsMax: 200,
  /** Bytes of evidence sent in one answer of the byte view: 1 MiB, as the contract says. */
  byteViewMax: 1024 * 1024,
  /** A clock of a mail server may be ahead by this much before we stop believing it. */
  clockSkewMs: 24 * 60 * 60 * 1000,
} as const

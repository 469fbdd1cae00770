/**
 * Every limit of the engine. A mail that goes over one is still read up to it: the rest stays
 * reachable as bytes and a problem says so.
 */
export const limits = {
  /** Multiparts inside multiparts. Real mail stays under 10; Thunderbird and MIME-tools stop at 64. */
  multipartDepthMax: 64,
  /** Mails inside mails. Forwarding chains in real mail stay under 8. */
  mailDepthMax: 16,
  /**
   * Characters of the place of a part or file (`1.2/3`), above which nothing further inside is opened: requests for
   * files take 500, an index row of PostgreSQL 2,700 bytes. Sixteen layers of real mail stay under 60.
   */
  pathCharsMax: 400,
  /** Parts of one mail. MIME-tools uses 1,000 since CVE-2026-116273; digests of lists come near it. */
  partsMax: 2_000,
  /** Lines that begin with `--` and are compared with the open boundaries; 50 MB of them take 0.3 s. */
  boundaryCandidatesMax: 1_000_000,
  /** RFC 2046 §5.1.1 allows 70; real generators reach 140. */
  boundaryCharsMax: 250,
  /** Header fields of one part. The longest real chains of Received and ARC fields are under 300. */
  fieldsPerPartMax: 1_000,
  /** Header fields of one mail with all its parts, so that 2,000 parts cannot carry 1,000 each. */
  fieldsPerMailMax: 20_000,
  /** Longest field name; RFC 5322 lines end at 998, real names at 80. */
  fieldNameCharsMax: 200,
  /** Bytes of one field that are decoded. Address lists of big distributions reach 60 kB. */
  fieldValueBytesMax: 256 * 1024,
  /** Mailboxes read from all fields of one name. */
  addressesMax: 5_000,
  /** Parameters of one Content-Type or Content-Disposition. */
  parametersMax: 100,
  /** Uuencoded files inside one text part. */
  uuencodedPerPartMax: 50,
  /** Problems kept for one mail, identical ones of a layer counted as one; the last one says that there were more. */
  problemsMax: 200,
  /** Places named of a problem that stands in several; the count tells the rest. */
  problemPlacesMax: 5,
  /** Pairs of a problem and a place that are told apart while counting: every part and every artefact with some. */
  problemPlacesSeenMax: 20_000,
  /** Characters of `Message.shownText` and `Message.hiddenText`: 300 pages; a reader sees fewer. */
  shownTextCharsMax: 500_000,
  /** Characters of one HTML part that are read for text and links. 10 MB take 0.15 s. */
  htmlCharsMax: 10_000_000,
  /** Elements open at once. Deeper ones are read flat: browsers stop at 512, mail never passes 200. */
  openElementsMax: 2_000,
  /** Open elements looked through for the partner of an end tag; without it `</b>` is quadratic. */
  endTagSearchMax: 64,
  /** Values of one mail that others can look for; senders, links and files take turns. */
  mailIndicatorsMax: 500,
  /** Links of one mail. Newsletters reach 500. */
  linksMax: 5_000,
  /** Characters of one link; browsers take 2 MB for data: links, of which the head is enough. */
  linkCharsMax: 64 * 1024,
  /** Characters of a link that is taken apart; each wrapper adds its own encoding, real chains stay under 8,000. */
  urlCharsMax: 16_384,
  /** Bytes that a packed or encoded piece of a link may come to; real ones are under 4 kB. */
  tokenBytesMax: 64 * 1024,
  /** Pieces of one link that are decoded; forms send 30. */
  tokensPerUrlMax: 60,
  /** Characters of one such piece. */
  tokenCharsMax: 2_048,
  /** Encodings inside encodings in one piece; two are seen in attacks. */
  tokenDepthMax: 4,
  /** Archives inside archives. Three layers are seen in attacks. */
  archiveDepthMax: 5,
  /** Members of one archive that are opened; all are counted. */
  archiveMembersMax: 1_000,
  /** Headers of one ZIP outside its directory that are tried; a start of zlib costs up to half a millisecond. */
  unlistedTriesMax: 200,
  /** Unpacked bytes of one member, the size of an installer. */
  memberBytesMax: 64 * 1024 * 1024,
  /** Unpacked bytes of everything in one mail, however large it is. */
  unpackedBytesMax: 256 * 1024 * 1024,
  /** Unpacked bytes that any mail may hold, and those for each of its own: text packs 1:10. 24 MB take 0.3 s. */
  unpackedBytesFree: 12 * 1024 * 1024,
  unpackedPerByteMax: 12,
  /** Archives and disk images that are opened with 7-Zip: in any mail, for each megabyte, in all; each takes 30 ms. */
  unpackStartsFree: 12,
  unpackStartsPerMegabyte: 4,
  unpackStartsMax: 60,
  /** Unpacked over packed size above which a member over `ratioFreeBytes` is a bomb; text reaches 50. */
  unpackRatioMax: 200,
  /** Members up to this size are unpacked whatever their ratio: an empty sheet packs 1:1000. */
  ratioFreeBytes: 1024 * 1024,
  /** Passwords tried for one archive; AES in ZIP costs 1,000 hash rounds per trial. */
  passwordsMax: 40,
  /** Passwords taken from the text of a mail; the rest of the trials is for customary ones. */
  foundPasswordsMax: 24,
  /** Milliseconds that all trials of passwords of one mail may take: eight of 7-Zip's usual 2^19 rounds, 300 of ZIP. */
  passwordMsPerMailMax: 650,
  /** Bytes unpacked for nothing because they stand before members that are within limits; 1 s. */
  skippedBytesMax: 128 * 1024 * 1024,
  /** Memory of the WebAssembly that opens one archive: dictionaries reach 64 MB, its copy 100 MB. */
  unpackMemoryBytesMax: 384 * 1024 * 1024,
  /** Bytes of a file of which a fuzzy hash is made; 8 MB take 0.4 s. */
  tlshBytesMax: 8 * 1024 * 1024,
  /** Bytes of all such files of one mail: what any mail may hold, and those for each of its own. */
  tlshBytesFree: 2 * 1024 * 1024,
  tlshPerByteMax: 3,
  /** Bytes of an RTF body that are read as text; the whole stays as a file. 2 MB take 1 s. */
  rtfBytesMax: 2 * 1024 * 1024,
  /** Characters of text taken from one document; lures and names stand on its first pages. */
  fileTextCharsMax: 200_000,
  /** Links of one document; catalogues reach some hundreds. */
  fileLinksMax: 1_000,
  /** Signs of one file; a macro project seldom has 30. */
  fileSignsMax: 200,
  /** Facts of one file; imports of a program are put together into one each library. */
  fileFactsMax: 200,
  /** Characters of one sign or fact, enough to see a command line whole. */
  fileExcerptCharsMax: 500,
  /** Characters of all that is kept of all files of one mail, text, links, signs and facts; a thousand full texts would be 400 MB. */
  readingsCharsMax: 8_000_000,
  /** Characters of one HTML file whose scripts are unpacked; smuggled programs make pages this long. */
  pageCharsMax: 8_000_000,
  /**
   * Bytes of a mail's files that are looked into, archives apart, each times the weight of its readers (20 ms a
   * megabyte are a weight of one): what any mail may hold, and those for each of its own bytes.
   */
  readBytesFree: 8 * 1024 * 1024,
  readPerByteMax: 10,
  /** Characters of a mail's page files: what any mail may hold, and those for each of its own bytes. */
  pageCharsFree: 2_000_000,
  pageCharsPerByteMax: 3,
  /** Bytes of nested mails that were files: what any mail may hold, and those for each of its own. */
  fileMailBytesFree: 1024 * 1024,
  fileMailPerByteMax: 1.5,
  /** Layers found inside one another and beside one another in one HTML file. */
  unfoldedLayersMax: 60,
  /** Characters of all layers of one HTML file. */
  unfoldedCharsMax: 12_000_000,
  /** Pictures written into the HTML of one part; signatures have one or two, newsletters none. */
  inlinePicturesMax: 50,
  /** Objects of one PDF; a book of 500 pages has 20,000. */
  pdfObjectsMax: 100_000,
  /** Unpacked bytes of one PDF's streams: text, fonts and pictures of a catalogue. */
  pdfUnpackedBytesMax: 64 * 1024 * 1024,
  /** Unpacked bytes that the smallest PDF may have; for larger ones see `unpackedPerByteMax`. */
  pdfUnpackedBytesFree: 6 * 1024 * 1024,
  /** Strings and streams of one PDF that are decrypted; 10,000 take 0.3 s. */
  pdfDecryptionsMax: 10_000,
  /** Character codes in the maps of all fonts of one PDF; the largest Japanese font has 23,000. 200,000 take 0.2 s. */
  pdfFontCodesMax: 200_000,
  /** Pages of one PDF that are counted. */
  pdfPagesMax: 5_000,
  /** Pages of one PDF whose text is read; lures stand on the first. */
  pdfTextPagesMax: 10,
  /** Pictures taken out of one PDF; a lure has one or two, a brochure dozens. */
  pdfPicturesMax: 30,
  /** Bytes of a PDF that is handed to pdf.js, which has no limits of its own. */
  pdfLibraryBytesMax: 4 * 1024 * 1024,
  /** Pixels of a picture that is searched for codes: a page at 600 dpi has 35 million and takes a second. */
  picturePixelsMax: 25_000_000,
  /** Bytes that one picture takes while it is decoded; those of 25 million pixels in usual colours take 175 MB. */
  pictureMemoryBytesMax: 192 * 1024 * 1024,
  /** Pixels of one picture times its scans; a camera's largest, saved progressively, has 300 million. */
  picturePassPixelsMax: 500_000_000,
  /**
   * Rounds of loops in the search for codes in pictures: what any mail may take, those for each of its bytes, and
   * most of all. A page of 25 million pixels takes 40 to 200 million; 300 million take a second.
   */
  searchStepsFree: 150_000_000,
  searchStepsPerByteMax: 40,
  searchStepsMax: 1_500_000_000,
  /** Bytes of a picture that is searched for codes; uncompressed pages of scanners reach 25 MB. */
  pictureBytesMax: 32 * 1024 * 1024,
  /** Bytes of one script or project file that are read; the longest droppers seen are 3 MB. */
  scriptBytesMax: 4 * 1024 * 1024,
  /** Bytes of one file searched for programs hidden in it. */
  hiddenSearchBytesMax: 16 * 1024 * 1024,
  /** Programs taken out of one file. */
  hiddenProgramsMax: 10,
  /** Storages and streams of one compound file; a mail with hundreds of attachments has 10,000. */
  compoundEntriesMax: 20_000,
  /** Bytes read from one compound file over its size: hostile chains share the same sectors. */
  compoundReadRatioMax: 4,
  /** Modules of one VBA project; large ones have 200. */
  macroModulesMax: 500,
  /** Unpacked source of one VBA project; large ones have 1 MB. */
  macroSourceBytesMax: 2 * 1024 * 1024,
  /** Bytes of one text of YARA rules; published sets of thousands of rules reach 2 MB and are split. */
  ruleBytesMax: 512 * 1024,
  /** Bytes of one file that rules are asked of; 1 MB takes some 20 ms. */
  ruleScanBytesMax: 16 * 1024 * 1024,
  /** Bytes of a mail's files that rules are asked of: what any mail may hold, and those for each of its own. */
  ruleBytesFree: 3 * 1024 * 1024,
  ruleBytesPerByteMax: 2,
  /** Files of one mail that rules are asked of one by one: each question takes 12 ms, the rest is asked of together. */
  ruleFilesMax: 16,
  /** Time for all rules on one file, milliseconds. */
  ruleScanMs: 2_000,
  ruleMatchesPerPatternMax: 20,
  /** Rules told of one file, and places told of one rule. */
  ruleMatchesMax: 50,
  rulePlacesMax: 50,
  /** XML of all Office documents of one mail: what any may hold, for each byte, in all; 1 MB takes 0.1 s. */
  officeXmlBytesFree: 3 * 1024 * 1024,
  officeXmlPerByteMax: 4,
  officeXmlBytesMax: 32 * 1024 * 1024,
  /** Groups inside groups of one RTF document; Word writes under 30. */
  rtfDepthMax: 5_000,
  /** Artefacts of one mail, nested mails and archive members included. */
  artefactsMax: 5_000,
  /** Characters of one Authentication-Results, DKIM or ARC field; keys of 4096 bits need 1,500. */
  authenticationFieldCharsMax: 16_384,
  /** Results read of one field, and fields of one kind; forwarded mail reaches 15 of each. */
  authenticationChecksMax: 50,
  /** Sets of ARC fields of one mail; the standard allows no more (RFC 8617 §4.2.1). */
  arcSetsMax: 50,
  /** Bytes of a body that is hashed for signatures; servers accept mails of 25 to 50 MB. */
  signedBodyBytesMax: 50 * 1024 * 1024,
  /** Signatures of one mail that are verified; mailing lists leave three. */
  signaturesMax: 12,
  /** Characters of one pasted WHOIS or RDAP answer; long ones with all contacts reach 30,000. */
  registrationCharsMax: 200_000,
  /** Characters of pasted DNS answers; fifty answers of dig with its headings take 50,000. */
  dnsAnswersCharsMax: 65_536,
  /** Characters of one TXT record; a key of 8192 bits takes 1,400. */
  dnsValueCharsMax: 4_096,
  /** Records of one name and type; large companies prove sixty services in TXT. */
  dnsValuesMax: 100,
  /** Names and types taken from one paste. */
  dnsRecordsMax: 200,
  /** Lines named that could not be read. */
  dnsUnreadMax: 20,
  /** Characters of a mail that are read for lures, some ten pages; what a victim acts on stands before. */
  lureTextCharsMax: 20_000,
  /** Characters of all documents of a mail that are read for lures, and of one: its first two pages. */
  fileLureCharsMax: 20_000,
  fileLurePerFileCharsMax: 6_000,
  /** Mails taken from one submitted file. */
  submittedMailsMax: 2_000,
  /** Forwards of forwards that are opened: an employee, the help desk, the contact, and one to spare. */
  forwardsDepthMax: 4,
  /** Mails of one forward that are asked who received them. */
  forwardMailsWeighedMax: 20,
  /** Bytes of one line of an access log; servers refuse requests beyond 8 to 32 kB. */
  logLineBytesMax: 64 * 1024,
  /** Fields of one line; W3C logs of CloudFront have 33. */
  logFieldsMax: 128,
  /** Bytes of one `#Fields` directive. */
  logDirectiveBytesMax: 8 * 1024,
  /** Bytes of an address or of a host name in its place (RFC 1035 §2.3.4). */
  logAddressBytesMax: 255,
  /** Bytes of a user agent kept for a source: a scanner names itself and its owner in fewer. */
  logAgentBytesMax: 300,
  /** Sources counted one by one; some 200 bytes each, twice as many between two clearings. */
  logSourcesMax: 65_536,
  /** Paths counted one by one. */
  logPathsMax: 8_192,
  /** Bytes of a path as a key; longer ones are told apart by their beginning. */
  logPathBytesMax: 256,
  /** Different marks counted by what they look for; ours are some 500. */
  logMarksMax: 1_000,
  /** Steps of time counted one by one: three days in minutes, half a year in hours. */
  logTimeBucketsMax: 4_320,
  /** Steps of time in a summary, two for each day of a quarter; more would not show on a screen. */
  logTimelineStepsMax: 192,
  /** Milliseconds in which the same request of one source is counted as a burst. */
  logBurstWindowMs: 600_000,
  /** Pairs of source and page watched for bursts. */
  logBurstsMax: 32_768,
  /** Posts to a form by one source in a window; nobody writes two inquiries a minute for ten minutes. */
  logFormBurstMin: 20,
  /** Posts to any other page; programs of a site itself post often. */
  logPostBurstMin: 300,
  /** Attempts to sign in by one source in a window; a forgotten password takes five, an office behind one address ten. */
  logLoginBurstMin: 20,
  /** Lines kept as samples of one kind, and of those that were answered. */
  logSamplesMax: 3,
  /** Bytes of one sample; the agent and what stands behind it are cut off first. */
  logSampleBytesMax: 1_000,
  /** Lines of no known form kept as samples. */
  logBrokenSamplesMax: 5,
  /** Sources and paths listed in a summary. */
  logSourcesShownMax: 50,
  logBusiestShownMax: 20,
  logPathsShownMax: 30,
  logMarksShownMax: 12,
  /** Bytes looked at to tell whether a file is an access log. */
  logSniffBytesMax: 64 * 1024,
  /** Unpacked bytes of a compressed log: thirty million lines; more is a bomb or a job for the command line. */
  logUnpackedBytesMax: 8 * 1024 * 1024 * 1024,
} as const

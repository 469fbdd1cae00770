/**
 * What the parser makes of one mail. Everything points back at the bytes it was read from,
 * so that a claim about a mail can always be shown beside its evidence.
 */

/** Half-open range `[start, end)` of byte offsets. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** One header field as it stands in the mail. Duplicates are kept, in order. */
export interface HeaderField {
  /** The name as written, for example `Reply-To`. */
  readonly name: string
  /** The name in lower case. */
  readonly key: string
  /** Unfolded and decoded (RFC 2047, and raw 8-bit text by guess). May hold any Unicode character. */
  readonly value: string
  /** The whole field with its folded lines, without the last line break; offsets in `Message.bytes`. */
  readonly range: ByteRange
  /** The part after the colon and the white space behind it; offsets in `Message.bytes`. */
  readonly valueRange: ByteRange
  /** Line of the field's first byte, counted from 1 at the start of `Message.bytes`. */
  readonly line: number
}

/** One mailbox of an address header (RFC 5322 §3.4), read leniently. */
export interface MailAddress {
  /** Decoded display name without quotes; empty when there is none. */
  readonly displayName: string
  /** `local@domain`, domain in lower-case ASCII (punycode); local part as written. */
  readonly address: string
  readonly localPart: string
  /** Lower-case ASCII; empty when the address has no domain. */
  readonly domain: string
  /** Registrable domain by the public suffix list, private suffixes included; the domain itself when it has none. */
  readonly organisation: string
  /** The address itself in `Message.bytes`, or the header's whole value when it stands inside encoded text. */
  readonly range: ByteRange
  readonly header: HeaderField
}

/** Something that could not be read as it should; the bytes are kept all the same. */
export interface Problem {
  /** Stable kebab-case code, for example `over-nested`, `unknown-charset`, `wrong-password`. */
  readonly code: string
  /** Path of the message or part, see `Part.path`; the first one when it stands in several. */
  readonly path: string
  readonly say: { readonly ja: string; readonly en: string }
  /** How often it stands in one layer; absent when once. */
  readonly count?: number
  /** The first places, with `path` among them, when it stands in several. */
  readonly places?: readonly string[]
}

/** A hyperlink or automatic load found in a text or HTML part. Never followed. */
export interface Link {
  /**
   * The target as written in the part, entities resolved, white space trimmed. A bare URL that was
   * written defanged (`hxxp`, `[.]`) is refanged here; `textRange` shows how it stood.
   */
  readonly url: string
  /** What the reader sees: link text, or alternative text of an image; undefined for bare URLs in text. */
  readonly text?: string
  /**
   * `anchor` and `bare` can be clicked, `form` posts, `image` and `resource` load by themselves,
   * `redirect` is a meta refresh, `document` stands in an attached document, `qr` in a picture.
   */
  readonly kind: 'anchor' | 'bare' | 'form' | 'image' | 'resource' | 'redirect' | 'document' | 'qr'
  /** Path of the part or artefact that holds it. */
  readonly path: string
  /** Where it stands in the part's decoded text (`Part.text`), in UTF-16 units; empty for files. */
  readonly textRange: ByteRange
}

/** One node of the MIME tree (RFC 2045–2049). */
export interface Part {
  /**
   * `0` is the mail itself; parts are numbered like IMAP sections (`1`, `1.2`); a nested mail's parts
   * continue its number (`2` is the message/rfc822 part, `2.1` its first part); members of an
   * archive, and uuencoded files inside a text part, follow a slash (`3/1`).
   */
  readonly path: string
  /** Media type in lower case as declared, `text/plain` when absent or broken. */
  readonly type: string
  /** Charset as declared, lower case. */
  readonly charset?: string
  /** Decoded file name (RFC 2231, RFC 2047 and raw), as hostile as the sender wrote it. */
  readonly fileName?: string
  readonly disposition?: 'inline' | 'attachment'
  readonly contentId?: string
  readonly headers: readonly HeaderField[]
  /** Whole part with its headers; offsets in the bytes of the message that holds it. */
  readonly range: ByteRange
  /** Body as transferred. */
  readonly bodyRange: ByteRange
  /** Body after transfer decoding (base64, quoted-printable, uuencode). Computed when first read. */
  readonly content: Uint8Array
  /**
   * Body text after charset decoding, for text/* parts and for files named like HTML whatever their
   * declared type; undefined for others. Computed when first read.
   */
  readonly text?: string | undefined
  readonly children: readonly Part[]
  /** The nested mail of a message/rfc822 part or an .eml file. Parsed when first read. */
  readonly message?: Message | undefined
}

/** One mail: headers, tree and the readings that techniques share. */
export interface Message {
  /** Path of this mail: `0`, or the path of the part that holds it. */
  readonly path: string
  /** The bytes all ranges of this mail refer to. */
  readonly bytes: Uint8Array
  readonly headers: readonly HeaderField[]
  /** Fields with this name (any case), in order. */
  header(name: string): readonly HeaderField[]
  /** Mailboxes of every field with this name, groups flattened, in order. */
  addresses(name: string): readonly MailAddress[]
  /** First mailbox of the first From field; undefined when there is none that can be read. */
  readonly from: MailAddress | undefined
  /** Decoded subject of the first Subject field; empty when there is none. */
  readonly subject: string
  /** From the Date field; undefined when absent or unreadable. */
  readonly sentAt: Date | undefined
  /** The body as a tree; its root has this message's path. */
  readonly root: Part
  /** All parts in document order, nested mails excluded. */
  readonly parts: readonly Part[]
  /** Parts that are neither the shown text nor containers. */
  readonly attachments: readonly Part[]
  /** What a reader sees as text: text/plain, else text taken from HTML; decoded, bounded by `limits.shownTextCharsMax`. */
  readonly shownText: string
  /** Text of HTML parts that their styles keep from the reader, bounded like `shownText`. */
  readonly hiddenText: string
  readonly links: readonly Link[]
  readonly received: readonly ReceivedHop[]
  readonly problems: readonly Problem[]
}

/** One Received field (RFC 5321 §4.4), newest first as they stand in the mail. */
export interface ReceivedHop {
  readonly header: HeaderField
  /** HELO name the sender gave. */
  readonly fromName?: string
  /** Address the receiver saw. */
  readonly fromIp?: string
  readonly byName?: string
  readonly withProtocol?: string
  /** Recipient in the `for` clause. */
  readonly forAddress?: string
  readonly at?: Date
}

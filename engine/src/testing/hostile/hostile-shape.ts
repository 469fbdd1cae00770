/** One way to make a small mail dear to read. */
export interface HostileShape {
  /** Unique; what the mail is made of. */
  readonly name: string
  /** A whole mail, or a whole file of another kind, of about this size; the same each time. */
  make(sizeBytes: number): Uint8Array | Promise<Uint8Array>
}

/** Whom the mails of the shapes are sent to; the register that they are compared with knows the name. */
export const VICTIM = 'kaku-shoji.example'

export const HEAD =
  'From: "Kaku Shoji" <a@partner.example>\r\n' +
  `To: b@${VICTIM}\r\nSubject: worst\r\nDate: Thu, 1 Oct 2026 10:00:00 +0900\r\nMIME-Version: 1.0\r\n`

/** A piece again and again, up to a size. */
export function fill(piece: string, sizeBytes: number): string {
  return piece.repeat(Math.max(1, Math.floor(sizeBytes / Buffer.byteLength(piece))))
}

/** Pieces that differ, for what is remembered by its value. */
export function fillWith(make: (index: number) => string, sizeBytes: number): string {
  const pieces: string[] = []
  for (let size = 0, index = 0; ; index++) {
    const piece = make(index)
    size += Buffer.byteLength(piece)
    if (size > sizeBytes) return pieces.join('')
    pieces.push(piece)
  }
}

/** Bytes that look random and are the same each time (the generator of Marsaglia, xorshift32). */
export function noise(sizeBytes: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(Math.ceil(sizeBytes / 4) * 4)
  let state = seed * 2_654_435_761 || 1
  for (let at = 0; at < bytes.length; at += 4) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    bytes.writeInt32LE(state | 0, at)
  }
  return bytes.subarray(0, sizeBytes)
}

export function mailOf(type: string, body: string): Buffer {
  return Buffer.from(`${HEAD}Content-Type: ${type}\r\n\r\n${body}`)
}

export const textMail = (body: string) => mailOf('text/plain; charset=utf-8', body)
export const htmlMail = (body: string) => mailOf('text/html; charset=utf-8', body)

/** Header fields before those of an ordinary mail. */
export const mailUnder = (fields: string) => Buffer.from(`${fields}${HEAD}\r\nhello\r\n`)

/** A mail with one file, whose bytes stand as they are (RFC 3030): nothing is lost on base64. */
export function mailWith(fileName: string, content: Uint8Array): Buffer {
  return mailWithFiles([[fileName, content]])
}

export function mailWithFiles(files: readonly (readonly [string, Uint8Array])[]): Buffer {
  const edge = '\r\n--=_edge_7f3a'
  return Buffer.concat([
    Buffer.from(
      `${HEAD}Content-Type: multipart/mixed; boundary="=_edge_7f3a"\r\n${edge}\r\n\r\nhello`,
    ),
    ...files.flatMap(([fileName, content]) => [
      Buffer.from(
        `${edge}\r\nContent-Type: application/octet-stream\r\n` +
          `Content-Disposition: attachment; filename="${fileName}"\r\n` +
          'Content-Transfer-Encoding: binary\r\n\r\n',
      ),
      content,
    ]),
    Buffer.from(`${edge}--\r\n`),
  ])
}

/** A shape whose mail is a text of one piece, repeated. */
export function repeated(
  name: string,
  piece: string,
  toMail: (text: string) => Uint8Array,
): HostileShape {
  return { name, make: (sizeBytes) => toMail(fill(piece, sizeBytes)) }
}

/** A shape whose mail is a text of pieces that differ. */
export function varied(
  name: string,
  piece: (index: number) => string,
  toMail: (text: string) => Uint8Array,
): HostileShape {
  return { name, make: (sizeBytes) => toMail(fillWith(piece, sizeBytes)) }
}

/** A shape whose mail holds one text file. */
export function fileOf(fileName: string, piece: string | ((index: number) => string), start = '') {
  const shown = typeof piece === 'string' ? JSON.stringify(piece).slice(0, 50) : 'varied pieces'
  return {
    name: `${fileName} of ${shown}`,
    make: (sizeBytes: number) => {
      const text = typeof piece === 'string' ? fill(piece, sizeBytes) : fillWith(piece, sizeBytes)
      return mailWith(fileName, Buffer.from(start + text))
    },
  } satisfies HostileShape
}

import { crc32 } from 'node:zlib'

export interface MailParts {
  readonly from?: string
  readonly to?: string
  readonly subject?: string
  readonly date?: string
  readonly text?: string
  readonly html?: string
  /** Further header lines, without line breaks. */
  readonly headers?: readonly string[]
}

/** A mail in CRLF lines, with reserved names only. */
export function mailBytes(parts: MailParts = {}): Buffer {
  const { html, text = 'Please see the attached invoice.\r\n' } = parts
  return Buffer.from(
    [
      'Received: from mx.sender.example ([192.0.2.10]) by mx.b-company.example; Wed, 14 Oct 2026 09:00:05 +0900',
      `From: ${parts.from ?? 'Accounts <accounts@sender.example>'}`,
      `To: ${parts.to ?? 'taro@b-company.example'}`,
      `Subject: ${parts.subject ?? 'Invoice 2026-10'}`,
      `Date: ${parts.date ?? 'Wed, 14 Oct 2026 09:00:00 +0900'}`,
      'Message-ID: <1@sender.example>',
      'MIME-Version: 1.0',
      `Content-Type: ${html === undefined ? 'text/plain' : 'text/html'}; charset=utf-8`,
      'Content-Transfer-Encoding: 8bit',
      ...(parts.headers ?? []),
      '',
      html ?? text,
    ].join('\r\n'),
  )
}

/** A member's forward with the original as an attachment. */
export function forwardBytes(from: string, original: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(
      [
        `From: ${from}`,
        'To: report@hub.invalid',
        'Subject: FW: suspicious',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=outer',
        '',
        '--outer',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'This came today.',
        '--outer',
        'Content-Type: message/rfc822',
        'Content-Disposition: attachment; filename=original.eml',
        '',
        '',
      ].join('\r\n'),
    ),
    original,
    Buffer.from('\r\n--outer--\r\n'),
  ])
}

/** A zip whose members are stored as they are (PKWARE APPNOTE §4.3). */
export function zipOf(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const called = Buffer.from(name, 'utf8')
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x800, 2)
    fields.writeUInt16LE(0x21, 8)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(bytes.length, 14)
    fields.writeUInt32LE(bytes.length, 18)
    fields.writeUInt16LE(called.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, called])
    pieces.push(local, Buffer.from(bytes))
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, called)
    offset += local.length + bytes.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, central, end])
}

import { Buffer } from 'node:buffer'
import { TextDecoder } from 'node:util'

/** Gives bytes on as they are, or as UTF-8 when a log begins with the mark of UTF-16, as PowerShell writes it. */
export class Utf8Gate {
  private decoder: TextDecoder | undefined
  private isOpen = false
  private held = Buffer.alloc(0)

  /** Undefined until it is known what the bytes are. */
  write(chunk: Uint8Array): Buffer | undefined {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (this.decoder !== undefined) return this.decode(bytes, true)
    if (this.isOpen) return bytes
    this.held = Buffer.concat([this.held, bytes])
    if (this.held.length < 2) return undefined
    this.isOpen = true
    const first = this.held
    this.held = Buffer.alloc(0)
    const mark = first.readUInt16BE(0)
    if (mark === 0xfffe) this.decoder = new TextDecoder('utf-16le')
    if (mark === 0xfeff) this.decoder = new TextDecoder('utf-16be')
    return this.decoder === undefined ? first : this.decode(first, true)
  }

  end(): Buffer {
    return this.decoder === undefined ? this.held : this.decode(Buffer.alloc(0), false)
  }

  private decode(bytes: Buffer, stream: boolean): Buffer {
    return Buffer.from(this.decoder?.decode(bytes, { stream }) ?? '', 'utf8')
  }
}

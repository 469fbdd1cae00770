import { Buffer } from 'node:buffer'

/**
 * One request of a log, as places in bytes. The same object is filled for every line: a log of ten
 * million lines makes no garbage until somebody asks for the text.
 */
export class LogLine {
  /** Bytes the address, the referer and the agent stand in. */
  bytes: Buffer = Buffer.alloc(0)
  addressStart = 0
  addressEnd = 0
  /** Bytes the method and the target stand in; some formats write them in pieces. */
  request: Buffer = Buffer.alloc(0)
  methodStart = 0
  methodEnd = 0
  targetStart = 0
  targetEnd = 0
  /** From the referer to the agent where they stand side by side, otherwise the agent alone. */
  agentStart = 0
  agentEnd = 0
  /** Milliseconds since 1970; NaN when the line tells none. */
  at = Number.NaN
  /** 0 when the line tells none. */
  status = 0
  sizeBytes = 0
  /** Holder of the network, when the log itself names one. */
  holder: string | undefined

  clear(): void {
    this.addressStart = this.addressEnd = 0
    this.methodStart = this.methodEnd = 0
    this.targetStart = this.targetEnd = 0
    this.agentStart = this.agentEnd = 0
    this.at = Number.NaN
    this.status = this.sizeBytes = 0
    this.holder = undefined
  }
}

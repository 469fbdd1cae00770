import type { ProblemCode } from '../../evidence/problem.ts'
import { limits } from '../../limits.ts'

/** Sector numbers from here on are marks: end of chain, free, table sectors (MS-CFB §2.1). */
const SECTOR_MAX = 0xfffffffa
const HEADER_BYTES = 512
const DIFAT_IN_HEADER = 109

/**
 * Sectors of a compound file and the chains they form. Chains are numbers in a table that the
 * sender wrote: they run in circles, share sectors and lead outside. No chain is followed longer
 * than there are sectors, and all reading together is held to a multiple of the file.
 */
export class SectorChains {
  readonly problems = new Set<ProblemCode>()
  readonly sectorBytes: number
  readonly #bytes: Buffer
  readonly #table: Uint32Array
  #bytesLeft: number

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.sectorBytes = bytes.readUInt16LE(30) === 12 ? 4096 : 512
    this.#bytesLeft = bytes.length * limits.compoundReadRatioMax
    this.#table = this.#readTable()
  }

  get #sectorsMax(): number {
    return Math.ceil(Math.max(0, this.#bytes.length - HEADER_BYTES) / this.sectorBytes)
  }

  /** The bytes of the chain that begins at this sector, at most `bytesMax`. */
  readChain(start: number, bytesMax: number): Buffer {
    const pieces: Buffer[] = []
    let left = Math.min(bytesMax, this.#bytesLeft, this.#bytes.length)
    let sector = start
    for (let steps = this.#sectorsMax; left > 0 && sector < SECTOR_MAX; steps--) {
      const piece = this.#sector(sector).subarray(0, left)
      if (piece.length === 0 || steps <= 0) {
        this.problems.add('file-damaged')
        break
      }
      pieces.push(piece)
      left -= piece.length
      sector = this.#table[sector] ?? SECTOR_MAX
    }
    const found = Buffer.concat(pieces)
    this.#bytesLeft -= found.length
    if (this.#bytesLeft <= 0) this.problems.add('over-unpacked')
    return found
  }

  /** Sectors are counted from behind the header, which fills one sector in both versions. */
  #sector(index: number): Buffer {
    const start = (index + 1) * this.sectorBytes
    return this.#bytes.subarray(start, start + this.sectorBytes)
  }

  /** The table of the next sector for each sector, put together from its own sectors. */
  #readTable(): Uint32Array {
    const perSector = this.sectorBytes / 4
    const sectorsMax = this.#sectorsMax
    const table = new Uint32Array(sectorsMax).fill(0xffffffff)
    let at = 0
    for (const sector of this.#listTableSectors(Math.ceil(sectorsMax / perSector))) {
      const piece = this.#sector(sector)
      for (let place = 0; place + 4 <= piece.length && at < sectorsMax; place += 4)
        table[at++] = piece.readUInt32LE(place)
      if (at >= sectorsMax) break
    }
    return table
  }

  /** Where the table's sectors are: 109 in the header, the rest in a chain of their own. */
  #listTableSectors(max: number): number[] {
    const found: number[] = []
    for (let index = 0; index < DIFAT_IN_HEADER; index++) {
      const sector = this.#bytes.readUInt32LE(76 + index * 4)
      if (sector < SECTOR_MAX) found.push(sector)
    }
    let next = this.#bytes.readUInt32LE(68)
    for (let steps = max; next < SECTOR_MAX && steps > 0 && found.length < max; steps--) {
      const piece = this.#sector(next)
      if (piece.length < this.sectorBytes) break
      for (let place = 0; place < this.sectorBytes - 4; place += 4) {
        const sector = piece.readUInt32LE(place)
        if (sector < SECTOR_MAX) found.push(sector)
      }
      next = piece.readUInt32LE(this.sectorBytes - 4)
    }
    return found.slice(0, max)
  }
}

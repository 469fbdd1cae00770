const SECTOR_BYTES = 512
const PARTITIONS_AT = 446
const PARTITION_BYTES = 16

/**
 * Images of whole disks and partitions, which Windows opens by a double click: their marks stand
 * at the end, or are too short to tell alone. Everything is sized in sectors.
 */
export function detectDiskType(bytes: Buffer): string | undefined {
  if (bytes.length < 2 * SECTOR_BYTES || bytes.length % SECTOR_BYTES !== 0) return undefined
  const last = bytes.length - SECTOR_BYTES
  if (hasText(bytes, 'conectix', last)) return 'application/x-vhd'
  if (hasText(bytes, 'koly\0\0\0\x04', last)) return 'application/x-apple-diskimage'
  if (bytes[510] !== 0x55 || bytes[511] !== 0xaa) return undefined
  if (hasText(bytes, 'EXFAT   ', 3)) return 'application/x-exfat-image'
  const isVolume =
    hasText(bytes, 'NTFS    ', 3) || hasText(bytes, 'FAT', 54) || hasText(bytes, 'FAT32', 82)
  return isVolume || hasPartition(bytes) ? 'application/x-disk-image' : undefined
}

function hasText(bytes: Buffer, text: string, at: number): boolean {
  return bytes.toString('latin1', at, at + text.length) === text
}

/** One entry of the partition table is in use, and each begins with "active" or "not". */
function hasPartition(bytes: Buffer): boolean {
  const entries = [0, 1, 2, 3].map((index) => PARTITIONS_AT + index * PARTITION_BYTES)
  const areSound = entries.every((at) => bytes[at] === 0 || bytes[at] === 0x80)
  return areSound && entries.some((at) => bytes[at + 4] !== 0)
}

/** Bytes at a fixed place that tell what a file is. */
export interface Signature {
  readonly type: string
  readonly offset: number
  readonly bytes: Buffer
}

/** Latin-1 text, so that printable signatures can be read. */
function signature(type: string, text: string, offset = 0): Signature {
  return { type, offset, bytes: Buffer.from(text, 'latin1') }
}

/** ZIP and OLE are containers and are told apart further in `detect-type.ts`. */
export const ZIP_TYPE = 'application/zip'
export const OLE_TYPE = 'application/x-ole-storage'

/** Signatures in the order in which they are tried; file formats seen in hostile mail. */
export const SIGNATURES: readonly Signature[] = [
  signature('application/vnd.microsoft.portable-executable', 'MZ'),
  signature('application/x-elf', '\x7fELF'),
  signature(ZIP_TYPE, 'PK\x03\x04'),
  signature(ZIP_TYPE, 'PK\x05\x06'),
  signature(OLE_TYPE, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  signature('application/rtf', '{\\rt'),
  signature('application/x-ms-shortcut', 'L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F'),
  signature(
    'application/onenote',
    '\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x53\x78\xd0\x29\x96\xd3',
  ),
  signature('application/x-7z-compressed', '7z\xbc\xaf\x27\x1c'),
  signature('application/vnd.rar', 'Rar!\x1a\x07'),
  signature('application/gzip', '\x1f\x8b\x08'),
  signature('application/x-bzip2', 'BZh'),
  signature('application/x-xz', '\xfd7zXZ\0'),
  signature('application/zstd', '\x28\xb5\x2f\xfd'),
  signature('application/vnd.ms-cab-compressed', 'MSCF\0\0\0\0'),
  signature('application/x-arj', '\x60\xea'),
  signature('application/x-ace-compressed', '**ACE**', 7),
  signature('application/x-lzh-compressed', '-lh', 2),
  signature('application/x-lzma', '\x5d\0\0'),
  signature('application/x-compress', '\x1f\x9d'),
  signature('application/x-alz-compressed', 'ALZ\x01'),
  signature('application/x-egg-compressed', 'EGGA\0'),
  signature('application/x-ms-wim', 'MSWIM\0\0\0'),
  signature('application/x-archive', '!<arch>\n'),
  signature('application/x-rpm', '\xed\xab\xee\xdb'),
  signature('application/x-xar', 'xar!\0\x1c'),
  signature('application/x-cpio', '070701'),
  signature('application/x-cpio', '070702'),
  signature('application/x-cpio', '070707'),
  signature('application/x-tar', 'ustar', 257),
  signature('application/x-iso9660-image', 'CD001', 0x8001),
  signature('application/x-udf-image', 'NSR0', 0x9001),
  signature('application/x-vhdx', 'vhdxfile'),
  signature('application/x-vhd', 'conectix'),
  signature('application/x-vmdk', 'KDMV'),
  signature('application/vnd.ms-tnef', '\x78\x9f\x3e\x22'),
  signature('application/vnd.ms-htmlhelp', 'ITSF\x03\0\0\0'),
  signature('application/x-shockwave-flash', 'FWS'),
  signature('application/x-shockwave-flash', 'CWS'),
  signature('application/java-vm', '\xca\xfe\xba\xbe\0\0\0'),
  signature('application/x-mach-binary', '\xcf\xfa\xed\xfe'),
  signature('application/x-mach-binary', '\xce\xfa\xed\xfe'),
  signature('image/png', '\x89PNG\r\n\x1a\n'),
  signature('image/jpeg', '\xff\xd8\xff'),
  signature('image/gif', 'GIF87a'),
  signature('image/gif', 'GIF89a'),
  signature('image/webp', 'WEBP', 8),
  signature('image/tiff', 'II*\0'),
  signature('image/tiff', 'MM\0*'),
  signature('image/bmp', 'BM'),
  signature('image/vnd.microsoft.icon', '\0\0\x01\0'),
  signature('image/heic', 'ftypheic', 4),
  signature('video/mp4', 'ftyp', 4),
  signature('audio/mpeg', 'ID3'),
  signature('audio/x-wav', 'WAVE', 8),
]

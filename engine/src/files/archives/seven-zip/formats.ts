/** How 7-Zip calls a format, by detected type. Naming it keeps the parsers of all others away. */
const FORMATS: Readonly<Record<string, string>> = {
  'application/x-7z-compressed': '7z',
  'application/vnd.rar': 'rar',
  'application/x-bzip2': 'bzip2',
  'application/x-xz': 'xz',
  'application/x-lzma': 'lzma',
  'application/x-compress': 'Z',
  'application/vnd.ms-cab-compressed': 'cab',
  'application/x-arj': 'arj',
  'application/x-lzh-compressed': 'lzh',
  'application/x-iso9660-image': 'iso',
  'application/x-udf-image': 'udf',
  'application/x-ms-wim': 'wim',
  'application/x-cpio': 'cpio',
  'application/x-archive': 'ar',
  'application/x-rpm': 'rpm',
  'application/vnd.ms-htmlhelp': 'chm',
  'application/x-xar': 'xar',
  // A disk holds partitions, a partition a file system: the program looks through these itself.
  'application/x-vhd': '',
  'application/x-vhdx': '',
  'application/x-vmdk': '',
  'application/x-disk-image': '',
  'application/x-apple-diskimage': '',
}

/** Formats that hold one file without a name of its own. */
const SINGLE = new Set(['bzip2', 'xz', 'lzma', 'Z'])

export interface SevenZipFormat {
  /** Empty when the program is to find out. */
  readonly name: string
  readonly isSingle: boolean
}

/** Whether 7-Zip is to be asked about files of this detected type. */
export function isSevenZipType(type: string): boolean {
  return Object.hasOwn(FORMATS, type)
}

export function findFormat(type: string, bytes: Uint8Array): SevenZipFormat {
  const name = FORMATS[type] ?? ''
  // The seventh byte of the signature tells RAR 5 from the older ones, which are another format.
  if (name === 'rar' && bytes[6] === 1) return { name: 'rar5', isSingle: false }
  return { name, isSingle: SINGLE.has(name) }
}

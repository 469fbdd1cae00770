/** Endings that Windows runs, or hands to something that runs them, on a double click. */
export const RUNNABLE_ENDINGS: ReadonlySet<string> = new Set([
  'exe',
  'scr',
  'com',
  'pif',
  'cpl',
  'bat',
  'cmd',
  'ps1',
  'psm1',
  'vbs',
  'vbe',
  'js',
  'jse',
  'wsf',
  'wsh',
  'wsc',
  'sct',
  'hta',
  'lnk',
  'msi',
  'msp',
  'mst',
  'jar',
  'dll',
  'ocx',
  'reg',
  'url',
  'scf',
  'chm',
  'inf',
  'iqy',
  'slk',
  'settingcontent-ms',
  'library-ms',
  'appref-ms',
  'application',
  'msc',
  'xll',
  'ppam',
  'gadget',
  'appx',
  'msix',
  'rdp',
  'one',
  'diagcab',
  'search-ms',
])

/** Endings that people trust and forgers put in front of the true one. */
export const TRUSTED_ENDINGS: ReadonlySet<string> = new Set([
  'pdf',
  'doc',
  'docx',
  'xls',
  'xlsx',
  'ppt',
  'pptx',
  'txt',
  'rtf',
  'csv',
  'jpg',
  'jpeg',
  'png',
  'gif',
  'tif',
  'zip',
  'mp3',
  'mp4',
  'wav',
  'html',
  'eml',
  'dwg',
  'jtd',
  'xdw',
])

/** The ending of a file name in lower case without its dot, trailing dots and spaces ignored as Windows does. */
export function toEnding(fileName: string): string {
  const name = fileName.replace(
    /(?<![\s.\u202a-\u202e\u2066-\u2069\0])[\s.\u202a-\u202e\u2066-\u2069\0]+$/,
    '',
  )
  const dot = name.lastIndexOf('.')
  return dot < 0
    ? ''
    : name
        .slice(dot + 1)
        .trim()
        .toLowerCase()
}

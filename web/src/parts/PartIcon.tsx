import {
  type Icon,
  IconBinary,
  IconCode,
  IconFile,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconFolder,
  IconLink,
  IconMail,
  IconPhoto,
  IconQrcode,
  IconTable,
  IconTerminal2,
} from '@tabler/icons-react'

/** Shapes by media type, the first that fits. */
const SHAPES: readonly (readonly [RegExp, Icon])[] = [
  [/^links$/, IconLink],
  [/^qr$/, IconQrcode],
  [/^message\//, IconMail],
  [/^multipart\//, IconFolder],
  [/html/, IconCode],
  [/javascript|vbscript|x-sh|powershell|batch|hta/, IconTerminal2],
  [/^image\//, IconPhoto],
  [/pdf/, IconFileTypePdf],
  [/spreadsheet|excel|csv/, IconTable],
  [/zip|compressed|archive|x-7z|x-rar|x-tar|iso9660|cab/, IconFileZip],
  [/executable|msdownload|dosexec|elf|mach-o|shortcut/, IconBinary],
  [/^text\/|word|rtf|presentation/, IconFileText],
]

export function PartIcon({ type }: { type: string }) {
  const Shape = SHAPES.find(([fits]) => fits.test(type))?.[1] ?? IconFile
  return <Shape size={16} stroke={1.5} aria-hidden="true" />
}

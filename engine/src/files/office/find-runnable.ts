import type { ArchiveMember } from '../archives/archive-member.ts'
import type { FileSign } from '../file-reading.ts'
import { detectType } from '../types/detect-type.ts'

/** Endings that Windows runs on a double click; a document that carries one is a wrapper for it. */
const RUNNABLE =
  /\.(?:exe|scr|com|pif|cpl|bat|cmd|ps1|vbs|vbe|jse?|wsf|wsh|hta|lnk|msi|jar|dll|ocx|reg|url|scf|chm|inf|iqy|slk|settingcontent-ms|msc|xll|sct|application)[\s.\0]*$/i
const PROGRAMS =
  /^application\/(?:vnd\.microsoft\.portable-executable|x-ms-shortcut|hta|x-elf|x-mach-binary)$/

/** Whether a file inside a document would run when somebody opens it. */
export function findRunnable({ name, content }: ArchiveMember): FileSign[] {
  const type = content === undefined ? '' : (detectType(content, name) ?? '')
  if (!RUNNABLE.test(name) && !PROGRAMS.test(type)) return []
  return [{ kind: 'embedded-executable', excerpt: name === '' ? type : name }]
}

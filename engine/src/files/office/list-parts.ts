import type { ArchiveMember } from '../archives/archive-member.ts'
import { decodeText } from '../../charset/decode-text.ts'
import { scanXml } from './scan-xml.ts'

/** A part of the package: name from the root in lower case, and what it is declared to be. */
export interface OfficePart {
  readonly path: string
  readonly member: ArchiveMember
  readonly content: Uint8Array
  readonly contentType: string
}

/** Parts with their declared types ([Content_Types].xml, ECMA-376-2 §10.1.2). */
export function listParts(members: readonly ArchiveMember[]): readonly OfficePart[] {
  const files = members.flatMap((member) =>
    member.content === undefined
      ? []
      : [{ path: toPath(member.name), member, content: member.content }],
  )
  const types = files.find(({ path }) => path === '[content_types].xml')
  const declared = types === undefined ? new Map<string, string>() : readTypes(types.content)
  return files.map((file) => ({
    ...file,
    contentType:
      declared.get(file.path) ?? declared.get(`*.${file.path.split('.').at(-1) ?? ''}`) ?? '',
  }))
}

/** Office reads names without regard to case and takes `\` for `/`. */
function toPath(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

function readTypes(content: Uint8Array): Map<string, string> {
  const types = new Map<string, string>()
  scanXml(decodeXml(content), {
    open(name, attributes) {
      if (name !== 'Override' && name !== 'Default') return
      const values = attributes()
      const type = values.get('ContentType')?.toLowerCase() ?? ''
      const part = values.get('PartName')
      if (part !== undefined) types.set(toPath(part), type)
      else types.set(`*.${values.get('Extension')?.toLowerCase() ?? ''}`, type)
    },
  })
  return types
}

/** XML is UTF-8 unless it begins otherwise; a part in UTF-16 slips past simple searches. */
export function decodeXml(content: Uint8Array): string {
  const [first, second] = content
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0))
    return decodeText(content, 'utf-16le').text
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c))
    return decodeText(content, 'utf-16be').text
  const head = Buffer.from(content.subarray(0, 100)).toString('latin1')
  const declared = /encoding\s?=\s?["']([\w.:-]{1,40})["']/.exec(head)?.[1]
  return decodeText(content, declared ?? 'utf-8').text
}

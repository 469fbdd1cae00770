import type { ArchiveMember } from '../files/archives/archive-member.ts'
import type { Message, Part } from './message.ts'
import { parseMessage } from './parse-message.ts'
import type { Source } from './to-artefact.ts'

/** A file or mail that waits to be looked into. */
export type Waiting =
  | { readonly kind: 'mail'; readonly message: Message; readonly from: Source }
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly from: Source }
  | { readonly kind: 'closed'; readonly member: ArchiveMember; readonly from: Source }

/** A part of a mail, which may be a mail itself. */
export function toWaiting(part: Part, isAttachment: boolean, archiveDepth: number): Waiting {
  const { path, fileName, type: declaredType } = part
  const kind = part.message === undefined ? (isAttachment ? 'attachment' : 'text') : 'mail'
  const from: Source = { path, kind, fileName, declaredType, archiveDepth }
  return part.message === undefined
    ? { kind: 'file', bytes: part.content, from }
    : { kind: 'mail', message: part.message, from }
}

/** A mail kept in another form stands below its file as member 0. */
export function toMailWaiting(mail: Uint8Array, from: Source): Waiting {
  const path = `${from.path}/0`
  const { archiveDepth } = from
  return {
    kind: 'mail',
    message: parseMessage(mail, path),
    from: { path, kind: 'mail', archiveDepth: archiveDepth + 1 },
  }
}

/** A member of an archive stands below it by its number; one that stayed closed has no bytes to look into. */
export function toMemberWaiting(
  member: ArchiveMember,
  index: number,
  kind: 'archive-member' | 'embedded',
  from: Source,
): Waiting {
  const source: Source = {
    path: `${from.path}/${index + 1}`,
    kind,
    fileName: member.name,
    password: member.password,
    archiveDepth: from.archiveDepth + 1,
  }
  return member.content === undefined
    ? { kind: 'closed', member, from: source }
    : { kind: 'file', bytes: member.content, from: source }
}

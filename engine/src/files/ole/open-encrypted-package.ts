import { decryptAgile } from './decrypt-agile.ts'
import { decryptStandard } from './decrypt-standard.ts'
import type { FileToRead } from '../file-reading.ts'
import { limits } from '../../limits.ts'
import type { OfficeCollection } from '../office/office-collection.ts'
import type { CompoundEntry, CompoundFile } from './compound-file.ts'

/**
 * Excel opens workbooks with this password without asking, so that "read-only" books open for all;
 * attackers encrypt with it, and no filter sees inside.
 */
const SILENT_PASSWORD = 'VelvetSweatshop'

/** Decrypts a document under a password (MS-OFFCRYPTO §2.3.4) with what the mail says. */
export function openEncryptedPackage(
  compound: CompoundFile,
  entry: CompoundEntry,
  file: FileToRead,
  collection: OfficeCollection,
): void {
  collection.addSigns([{ kind: 'encrypted-document', excerpt: 'encrypted with a password' }])
  const described = compound.find('EncryptionInfo')
  if (described === undefined) return collection.addProblem('file-damaged')
  const info = compound.read(described)
  const packed = compound.read(entry)
  if (packed.length > limits.memberBytesMax) return collection.addProblem('over-large-member')
  const words = [...new Set([SILENT_PASSWORD, ...file.passwords])]
  const trials = { passwords: words, budget: file.budget }
  const opened = isAgile(info)
    ? decryptAgile(info, packed, trials)
    : decryptStandard(info, packed, trials)
  if (opened === undefined) return collection.addProblem('wrong-password')
  const { content, password } = opened
  file.budget.bytesLeft -= content.length
  if (file.budget.bytesLeft < 0) return collection.addProblem('over-unpacked')
  collection.addFact('opened-with', password)
  collection.addMember({ name: file.fileName, sizeBytes: content.length, content, password })
}

/** Version 4.4 is agile encryption; 2.2 to 4.2 standard. */
function isAgile(info: Buffer): boolean {
  return info.length > 8 && info.readUInt16LE(0) === 4 && info.readUInt16LE(2) === 4
}

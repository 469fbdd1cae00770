import { limits } from '../../../limits.ts'

/** One line of an archive's directory, as 7-Zip shows it. */
export interface ListedMember {
  readonly name: string
  /** As 7-Zip writes it, in messages too. */
  readonly shownName: string
  readonly sizeBytes: number
  readonly isEncrypted: boolean
}

export interface Listing {
  readonly members: readonly ListedMember[]
  readonly isOver: boolean
}

/**
 * Reads the technical listing (`l -slt`): one block of `Key = value` for each member, an empty line
 * between two. Folders and links are no files, nor are alternate streams unless they are asked for; links are never
 * followed.
 */
export function parseListing(lines: readonly string[], hasStreams = false): Listing {
  const members: ListedMember[] = []
  let block = new Map<string, string>()
  for (const line of [...lines, 'Path = ']) {
    const [, key, value = ''] = /^([A-Z][A-Za-z ]{0,40}) = (.*)$/s.exec(line) ?? []
    if (key === undefined) continue
    if (key === 'Path') {
      if (isFile(block) && (hasStreams || !isStream(block))) members.push(toMember(block))
      if (members.length > limits.archiveMembersMax) break
      block = new Map()
    }
    if (!block.has(key)) block.set(key, value)
  }
  const isOver = members.length > limits.archiveMembersMax
  return { members: members.slice(0, limits.archiveMembersMax), isOver }
}

function isFile(block: ReadonlyMap<string, string>): boolean {
  const has = (key: string) => (block.get(key) ?? '') !== ''
  const attributes = block.get('Attributes') ?? ''
  if (!block.has('Path') || block.get('Folder') === '+' || /^D|\bd[r-][w-]/.test(attributes))
    return false
  if (has('Symbolic Link') || has('Hard Link') || /\bl[r-][w-]/.test(attributes)) return false
  return true
}

function isStream(block: ReadonlyMap<string, string>): boolean {
  return block.get('Alternate Stream') === '+'
}

function toMember(block: ReadonlyMap<string, string>): ListedMember {
  const sizeBytes = Number(block.get('Size') ?? '')
  const name = block.get('Path') ?? ''
  return {
    name,
    shownName: name,
    sizeBytes: Number.isSafeInteger(sizeBytes) && sizeBytes > 0 ? sizeBytes : 0,
    isEncrypted: block.get('Encrypted') === '+',
  }
}

import type { MailView } from 'contract/analysis'
import type { Language } from 'contract/common'
import type { NodeMark, TreeNode } from '../../parts/tree-node.ts'
import { listLinksAt } from './list-links.ts'

type Part = MailView['parts'][number]
type Artefact = MailView['artefacts'][number]

/** Path of the node that lists the links of a part or file. No path of the evidence holds this sign. */
const LINKS = '#links'

export interface TreeWords {
  /** What the mail itself is called. */
  readonly mail: string
  readonly links: (count: number) => string
  readonly language: Language
}

/** Everything in a mail as it is nested: parts, mails in mails, members of archives, embedded files, their links. */
export function toTreeNodes(mail: MailView, words: TreeWords): TreeNode[] {
  const partAt = new Map(mail.parts.map((part) => [part.path, part]))
  const artefactAt = new Map(mail.artefacts.map((artefact) => [artefact.path, artefact]))
  const paths = new Set(['0', ...partAt.keys(), ...artefactAt.keys()])
  for (const path of [...paths]) {
    if (path !== '0' && listLinksAt(mail, path).length > 0) paths.add(toLinksPath(path))
  }
  const children = groupByParent(paths)
  const about = {
    ...{ mail, words, partAt, artefactAt },
    countAt: countFindings(mail),
    marksAt: listMarks(mail, words.language),
    timesSeen: countHashes(mail.artefacts),
  }
  const nodes: TreeNode[] = []
  // A stack of our own: the tree is as deep as the sender wished.
  const waiting = [{ path: '0', depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, depth } = next
    const below = children.get(path) ?? []
    nodes.push(toNode(about, path, depth, below.length > 0))
    for (const child of below.toReversed()) waiting.push({ path: child, depth: depth + 1 })
  }
  return nodes
}

/** Which part's picture shows a finding: the mail itself for headers, else the part it was seen in. */
export function findPathOf(finding: MailView['findings'][number]): string {
  return finding.where.header === undefined ? finding.where.path : '0'
}

export function isLinksPath(path: string): boolean {
  return path.endsWith(LINKS)
}

export function toLinksPath(path: string): string {
  return path + LINKS
}

/** The part or file a node belongs to. */
export function toOwnPath(path: string): string {
  return isLinksPath(path) ? path.slice(0, -LINKS.length) : path
}

/** Parts follow a dot (`1.2`), members of a file a slash (`3/1`); what has neither stands in the mail itself. */
function findParent(path: string, paths: ReadonlySet<string>): string {
  if (isLinksPath(path)) return toOwnPath(path)
  let rest = path
  for (;;) {
    const cut = Math.max(rest.lastIndexOf('/'), rest.lastIndexOf('.'))
    if (cut < 0) return '0'
    rest = rest.slice(0, cut)
    if (paths.has(rest)) return rest
  }
}

function groupByParent(paths: ReadonlySet<string>): Map<string, string[]> {
  const children = new Map<string, string[]>()
  for (const path of paths) {
    if (path === '0') continue
    const parent = findParent(path, paths)
    const siblings = children.get(parent) ?? []
    siblings.push(path)
    children.set(parent, siblings)
  }
  for (const siblings of children.values()) siblings.sort(byNumber)
  return children
}

/** As they stand in the mail: `2` before `10`; the links of a part before what is nested in it. */
function byNumber(a: string, b: string): number {
  return toOrder(a) - toOrder(b)
}

function toOrder(path: string): number {
  if (isLinksPath(path)) return -1
  return Number(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('.')) + 1)) || 0
}

interface About {
  readonly mail: MailView
  readonly words: TreeWords
  readonly partAt: ReadonlyMap<string, Part>
  readonly artefactAt: ReadonlyMap<string, Artefact>
  readonly countAt: ReadonlyMap<string, number>
  readonly marksAt: ReadonlyMap<string, readonly NodeMark[]>
  readonly timesSeen: ReadonlyMap<string, number>
}

function toNode(about: About, path: string, depth: number, hasChildren: boolean): TreeNode {
  if (isLinksPath(path)) {
    const links = listLinksAt(about.mail, toOwnPath(path))
    const isQr = links.length > 0 && links.every(({ kind }) => kind === 'qr')
    const name = about.words.links(links.length)
    const type = isQr ? 'qr' : 'links'
    return { path, depth, hasChildren, name, type, isOurs: true, findingCount: 0, marks: [] }
  }
  const part = about.partAt.get(path)
  const artefact = about.artefactAt.get(path)
  const type = artefact?.type ?? part?.type ?? ''
  const name =
    path === '0' ? about.words.mail : (part?.fileName ?? artefact?.fileName ?? toSubject(part))
  const times = about.timesSeen.get(artefact?.sha256 ?? '') ?? 1
  return {
    ...{ path, depth, hasChildren, type: path === '0' ? 'message/rfc822' : type },
    name: name ?? type,
    sizeBytes: path === '0' ? about.mail.sizeBytes : (part?.sizeBytes ?? artefact?.sizeBytes ?? 0),
    findingCount: about.countAt.get(path) ?? 0,
    marks: about.marksAt.get(path) ?? [],
    ...(times > 1 ? { times } : {}),
  }
}

/** A mail inside a mail is called by its subject. */
function toSubject(part: Part | undefined): string | undefined {
  return part?.headers?.find(({ name }) => name.toLowerCase() === 'subject')?.value
}

function countFindings(mail: MailView): Map<string, number> {
  const counts = new Map<string, number>()
  for (const finding of mail.findings) {
    if (finding.dismissed !== undefined) continue
    const path = findPathOf(finding)
    counts.set(path, (counts.get(path) ?? 0) + 1)
  }
  return counts
}

function countHashes(artefacts: readonly Artefact[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { sha256, sizeBytes } of artefacts) {
    // Empty files are all alike and say nothing.
    if (sha256 !== undefined && sizeBytes > 0) counts.set(sha256, (counts.get(sha256) ?? 0) + 1)
  }
  return counts
}

/** What was not read of each part, and why. The mail's own problems stand in their own panel. */
function listMarks(mail: MailView, language: Language): Map<string, NodeMark[]> {
  const marks = new Map<string, NodeMark[]>()
  const add = (path: string, mark: NodeMark) => {
    const before = marks.get(path) ?? []
    if (!before.some(({ say }) => say === mark.say)) marks.set(path, [...before, mark])
  }
  const sayOf = new Map(mail.problems.map(({ code, say }) => [code, say[language]]))
  for (const { path, unreadable } of mail.artefacts) {
    if (unreadable === undefined) continue
    add(path, { kind: toMarkKind(unreadable), say: sayOf.get(unreadable) ?? unreadable })
  }
  for (const { path: first, places = [first], code, say } of mail.problems) {
    for (const path of places) {
      if (path !== '0' && path !== '') add(path, { kind: toMarkKind(code), say: say[language] })
    }
  }
  return marks
}

function toMarkKind(code: string): NodeMark['kind'] {
  if (code.includes('password') || code.startsWith('encrypted')) return 'encrypted'
  return /^over-|-bomb$|too-/.test(code) ? 'over-limit' : 'unreadable'
}

import type { MailView } from 'contract/analysis'
import type { Language } from 'contract/common'
import type { TreeNode } from '../../parts/PartTree.tsx'

/** Parts of the mail and, under them, what was found inside archives and documents. */
export function toTreeNodes(mail: MailView, nameOfMail: string, language: Language): TreeNode[] {
  const countAt = countFindings(mail)
  const unreadable = new Map(
    mail.artefacts.flatMap((artefact) =>
      artefact.unreadable === undefined ? [] : [[artefact.path, artefact.unreadable]],
    ),
  )
  const sayAt = new Map(mail.problems.map(({ path, code, say }) => [`${path} ${code}`, say]))
  const nodes: TreeNode[] = mail.parts.map((part) => ({
    path: part.path,
    depth: part.depth,
    name: part.path === '0' ? nameOfMail : (part.fileName ?? part.type),
    type: part.type,
    sizeBytes: part.sizeBytes,
    findingCount: countAt.get(part.path) ?? 0,
    unreadable: unreadable.get(part.path),
  }))
  const known = new Set(nodes.map(({ path }) => path))
  for (const artefact of mail.artefacts) {
    if (known.has(artefact.path)) continue
    known.add(artefact.path)
    insertUnderParent(nodes, {
      path: artefact.path,
      depth: 0,
      name: artefact.fileName ?? artefact.type,
      type: artefact.type,
      sizeBytes: artefact.sizeBytes,
      findingCount: countAt.get(artefact.path) ?? 0,
      unreadable: artefact.unreadable,
    })
  }
  return nodes.map((node) =>
    node.unreadable === undefined
      ? node
      : {
          ...node,
          unreadable: sayAt.get(`${node.path} ${node.unreadable}`)?.[language] ?? node.unreadable,
        },
  )
}

/** Which part's picture shows a finding: the mail itself for headers, else the part it was seen in. */
export function findPathOf(finding: MailView['findings'][number]): string {
  return finding.where.header === undefined ? finding.where.path : '0'
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

/** Members of an archive follow a slash (`3/1`), parts a dot (`1.2`). */
function insertUnderParent(nodes: TreeNode[], node: TreeNode): void {
  const cut = Math.max(node.path.lastIndexOf('/'), node.path.lastIndexOf('.'))
  const parent = cut < 0 ? '0' : node.path.slice(0, cut)
  const parentAt = nodes.findIndex(({ path }) => path === parent)
  const depth = (nodes[parentAt]?.depth ?? 0) + 1
  let at = parentAt + 1
  while (at > 0 && (nodes[at]?.depth ?? -1) >= depth) at += 1
  nodes.splice(parentAt < 0 ? nodes.length : at, 0, { ...node, depth })
}

import type { TreeNode } from './tree-node.ts'

/** What a key asks of the tree. */
export interface TreeTarget {
  readonly do: 'focus' | 'toggle' | 'choose'
  readonly path: string
}

/** Rows that no closed branch hides, in order. */
export function findVisible(
  nodes: readonly TreeNode[],
  closed: ReadonlySet<string>,
): readonly TreeNode[] {
  if (closed.size === 0) return nodes
  const visible: TreeNode[] = []
  let hiddenBelow = Number.POSITIVE_INFINITY
  for (const node of nodes) {
    if (node.depth > hiddenBelow) continue
    hiddenBelow = node.hasChildren && closed.has(node.path) ? node.depth : Number.POSITIVE_INFINITY
    visible.push(node)
  }
  return visible
}

/** Keys of the WAI-ARIA tree pattern; undefined for others. */
export function toTarget(
  key: string,
  visible: readonly TreeNode[],
  focused: string,
  closed: ReadonlySet<string>,
): TreeTarget | undefined {
  const at = visible.findIndex(({ path }) => path === focused)
  const node = visible[at]
  if (node === undefined) return undefined
  const isClosed = closed.has(node.path)
  const focus = (to: TreeNode | undefined): TreeTarget | undefined =>
    to === undefined ? undefined : { do: 'focus', path: to.path }
  switch (key) {
    case 'ArrowDown':
      return focus(visible[at + 1])
    case 'ArrowUp':
      return focus(visible[at - 1])
    case 'Home':
      return focus(visible[0])
    case 'End':
      return focus(visible.at(-1))
    case 'ArrowRight':
      if (!node.hasChildren) return undefined
      return isClosed ? { do: 'toggle', path: node.path } : focus(visible[at + 1])
    case 'ArrowLeft':
      if (node.hasChildren && !isClosed) return { do: 'toggle', path: node.path }
      return focus(visible.slice(0, at).findLast(({ depth }) => depth < node.depth))
    case 'Enter':
    case ' ':
      return { do: 'choose', path: node.path }
    default:
      return undefined
  }
}

import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'
import { PartTreeRow } from './PartTreeRow.tsx'
import type { TreeNode } from './tree-node.ts'
import { findVisible, toTarget } from './move-in-tree.ts'
import './PartTree.css'

/**
 * Everything in a mail as it is nested. One row takes the focus (WAI-ARIA tree pattern): arrows move, right and left
 * open and close, Enter shows.
 */
export function PartTree({
  nodes,
  selected,
  onSelect,
}: {
  nodes: readonly TreeNode[]
  selected: string
  onSelect: (path: string) => void
}) {
  const t = useWords(partsWords)
  const ref = useRef<HTMLUListElement>(null)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [focused, setFocused] = useState(selected)
  const visible = useMemo(() => findVisible(nodes, closed), [nodes, closed])
  const stop = visible.some(({ path }) => path === focused) ? focused : (visible[0]?.path ?? '')

  const toggle = useCallback(
    (path: string) =>
      setClosed((before) => {
        const next = new Set(before)
        if (!next.delete(path)) next.add(path)
        return next
      }),
    [],
  )
  const choose = useCallback(
    (path: string) => {
      setFocused(path)
      onSelect(path)
    },
    [onSelect],
  )
  useEffect(() => {
    setFocused(selected)
    setClosed((before) => openAncestors(nodes, selected, before))
  }, [nodes, selected])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const target = toTarget(event.key, visible, stop, closed)
    if (target === undefined) return
    event.preventDefault()
    if (target.do === 'toggle') toggle(target.path)
    else if (target.do === 'choose') choose(target.path)
    else {
      setFocused(target.path)
      ref.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(target.path)}"]`)?.focus()
    }
  }
  return (
    <ul
      className="part-tree"
      role="tree"
      aria-label={t('parts')}
      ref={ref}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        if (target instanceof HTMLElement) setFocused(target.dataset['path'] ?? selected)
      }}
    >
      {visible.map((node) => (
        <PartTreeRow
          key={node.path}
          node={node}
          isSelected={node.path === selected}
          isStop={node.path === stop}
          isClosed={closed.has(node.path)}
          onChoose={choose}
          onToggle={toggle}
        />
      ))}
    </ul>
  )
}

/** What is selected from elsewhere, by a finding, is never hidden in a closed branch. */
function openAncestors(
  nodes: readonly TreeNode[],
  selected: string,
  closed: ReadonlySet<string>,
): ReadonlySet<string> {
  if (closed.size === 0) return closed
  const at = nodes.findIndex(({ path }) => path === selected)
  const open = new Set(closed)
  let depth = nodes[at]?.depth ?? 0
  for (let above = at - 1; above >= 0; above -= 1) {
    const node = nodes[above]
    if (node === undefined || node.depth >= depth) continue
    depth = node.depth
    open.delete(node.path)
  }
  return open.size === closed.size ? closed : open
}

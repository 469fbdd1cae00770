import {
  IconAlertTriangle,
  IconChevronDown,
  IconChevronRight,
  IconGauge,
  IconLock,
} from '@tabler/icons-react'
import { memo } from 'react'
import { useNumbers } from '../words/numbers.ts'
import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'
import { defang } from './hostile/find-defangs.ts'
import { HostileText } from './hostile/HostileText.tsx'
import { PartIcon } from './PartIcon.tsx'
import type { NodeMark, TreeNode } from './tree-node.ts'

/** Deeper rows are set no further in: a narrow column must still hold their names. */
const INDENTED_DEPTH_MAX = 8

/** One line of the tree. Of two thousand, only those that change are drawn again. */
export const PartTreeRow = memo(function PartTreeRow({
  node,
  isSelected,
  isStop,
  isClosed,
  onChoose,
  onToggle,
}: {
  node: TreeNode
  isSelected: boolean
  /** The one row that Tab reaches. */
  isStop: boolean
  isClosed: boolean
  onChoose: (path: string) => void
  onToggle: (path: string) => void
}) {
  const t = useWords(partsWords)
  return (
    <li
      role="treeitem"
      className="part"
      style={{ paddingInlineStart: 4 + Math.min(node.depth, INDENTED_DEPTH_MAX) * 13 }}
      data-path={node.path}
      tabIndex={isStop ? 0 : -1}
      aria-level={node.depth + 1}
      aria-selected={isSelected}
      aria-expanded={node.hasChildren ? !isClosed : undefined}
      title={useTitle(node)}
      onClick={() => onChoose(node.path)}
    >
      <Twist node={node} isClosed={isClosed} onToggle={onToggle} />
      <PartIcon type={node.type} />
      <span className="grow part-name">
        <span className="part-line">
          <span className="cut">
            {node.isOurs === true ? node.name : <HostileText text={node.name} />}
          </span>
          {node.times !== undefined && (
            <span className="part-times">
              <span aria-hidden="true">×{node.times}</span>
              <span className="unseen">{t('part-times', { count: node.times })}</span>
            </span>
          )}
        </span>
        {node.marks.map((mark) => (
          <Mark key={mark.say} mark={mark} />
        ))}
      </span>
      {node.findingCount > 0 && (
        <span className="part-count">
          <span aria-hidden="true">{node.findingCount}</span>
          <span className="unseen">{t('finding-count', { count: node.findingCount })}</span>
        </span>
      )}
    </li>
  )
})

/** For the mouse; the keyboard has its arrows. */
function Twist({
  node,
  isClosed,
  onToggle,
}: {
  node: TreeNode
  isClosed: boolean
  onToggle: (path: string) => void
}) {
  if (!node.hasChildren) return <span className="part-twist" />
  const Icon = isClosed ? IconChevronRight : IconChevronDown
  return (
    <span
      className="part-twist"
      aria-hidden="true"
      onClick={(event) => {
        event.stopPropagation()
        onToggle(node.path)
      }}
    >
      <Icon size={14} stroke={1.5} />
    </span>
  )
}

const MARK_ICONS = {
  encrypted: IconLock,
  'over-limit': IconGauge,
  unreadable: IconAlertTriangle,
} as const

function Mark({ mark }: { mark: NodeMark }) {
  const Icon = MARK_ICONS[mark.kind]
  return (
    <span className="part-mark">
      <Icon size={14} stroke={1.5} aria-hidden="true" />
      <span>{mark.say}</span>
    </span>
  )
}

/** Whole name, type and size for whoever points at it. */
function useTitle({ name, type, sizeBytes, isOurs }: TreeNode): string {
  const numbers = useNumbers()
  if (isOurs === true) return name
  const size = sizeBytes === undefined ? [] : [numbers.bytes(sizeBytes)]
  return [defang(name), ...(name === type ? [] : [type]), ...size].join(' · ')
}

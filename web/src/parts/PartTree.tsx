import {
  IconAlertTriangle,
  IconCode,
  IconFile,
  IconFileText,
  IconFileZip,
  IconMail,
  IconPhoto,
} from '@tabler/icons-react'
import { partsWords } from '../words/parts.ts'
import { useNumbers } from '../words/numbers.ts'
import { useWords } from '../words/use-words.ts'
import { defang } from './hostile/find-defangs.ts'
import { HostileText } from './hostile/HostileText.tsx'
import './PartTree.css'

export interface TreeNode {
  readonly path: string
  /** 0 is the mail itself. */
  readonly depth: number
  /** File name or media type, as hostile as the sender wrote it. */
  readonly name: string
  readonly type: string
  readonly sizeBytes: number
  readonly findingCount: number
  /** Why it could not be opened; it stays in the tree all the same. */
  readonly unreadable?: string | undefined
}

/** The parts of a mail as they are nested, archives included. */
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
  return (
    <ul className="part-tree" aria-label={t('parts')}>
      {nodes.map((node) => (
        <li key={node.path}>
          <button
            type="button"
            className="part"
            style={{ paddingInlineStart: 8 + node.depth * 14 }}
            aria-current={node.path === selected ? 'true' : undefined}
            onClick={() => onSelect(node.path)}
          >
            <PartIcon node={node} />
            <PartName node={node} />
            {node.findingCount > 0 && (
              <span className="part-count" title={t('finding-count', { count: node.findingCount })}>
                {node.findingCount}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}

function PartName({ node }: { node: TreeNode }) {
  const numbers = useNumbers()
  const title = `${defang(node.name)} · ${node.type} · ${numbers.bytes(node.sizeBytes)}`
  return (
    <span className="grow part-name" title={title}>
      <span className="cut">
        <HostileText text={node.name} />
      </span>
      {node.unreadable !== undefined && <span className="part-unreadable">{node.unreadable}</span>}
    </span>
  )
}

function PartIcon({ node }: { node: TreeNode }) {
  const props = { size: 16, stroke: 1.5, 'aria-hidden': true } as const
  if (node.unreadable !== undefined) return <IconAlertTriangle {...props} />
  if (node.type === 'message/rfc822' || node.path === '0') return <IconMail {...props} />
  if (node.type === 'text/html') return <IconCode {...props} />
  if (node.type.startsWith('text/')) return <IconFileText {...props} />
  if (node.type.startsWith('image/')) return <IconPhoto {...props} />
  if (/zip|compressed|archive|x-7z|x-rar|x-tar/.test(node.type)) return <IconFileZip {...props} />
  return <IconFile {...props} />
}

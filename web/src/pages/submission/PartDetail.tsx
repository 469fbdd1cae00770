import type { ReactNode } from 'react'
import { DetailCards } from './DetailCards.tsx'
import { FileContent } from './FileContent.tsx'
import { LinkCard } from './LinkCard.tsx'
import { NestedHeader } from './NestedHeader.tsx'
import { PartContent } from './PartContent.tsx'
import type { Mode, Viewing } from './selecting.ts'
import { findFindingsAt } from './to-marks.ts'
import { isLinksPath, toOwnPath } from './to-tree-nodes.ts'
import { Unread } from './Unread.tsx'

/** A part, file, nested mail or list of links that was chosen in the tree. */
export function PartDetail({
  node,
  mode,
  onMode,
  aside,
  ...viewing
}: Viewing & {
  node: string
  mode: Mode
  onMode: (mode: Mode) => void
  aside: ReactNode
}) {
  const { mail } = viewing
  const path = toOwnPath(node)
  const part = mail.parts.find((each) => each.path === path)
  const file = mail.artefacts.find((each) => each.path === path)
  const here = findFindingsAt(path, mail)
  const isFile = file !== undefined && file.kind !== 'text'
  return (
    <>
      <div className="evidence-tools">{aside}</div>
      {isLinksPath(node) && <LinkCard {...viewing} path={path} />}
      {!isLinksPath(node) && (
        <>
          {part?.headers !== undefined && <NestedHeader headers={part.headers} />}
          {!isFile && <Unread mail={mail} path={path} />}
          {part !== undefined && (!isFile || part.text !== undefined) && (
            <PartContent {...viewing} part={part} mode={mode} onMode={onMode} />
          )}
        </>
      )}
      <DetailCards findings={here} selected={viewing.selected} onSelect={viewing.onSelect} />
      {!isLinksPath(node) && isFile && <FileContent {...viewing} file={file} />}
      {!isLinksPath(node) && !isFile && <LinkCard {...viewing} path={path} />}
    </>
  )
}

import type { MailView, SubmissionView } from 'contract/analysis'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useMail } from '../../client/mails.ts'
import { useAddress } from '../../frame/use-address.ts'
import { useKeys } from '../../frame/use-keys.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { submissionWords } from '../../words/submission.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { EvidenceMiddle } from './EvidenceMiddle.tsx'
import { EvidenceParts } from './EvidenceParts.tsx'
import { FindingColumn } from './FindingColumn.tsx'
import { MODES, type Mode } from './selecting.ts'
import { findPathOf, toOwnPath } from './to-tree-nodes.ts'

/** From this width on the columns stand side by side. */
const SIDE_BY_SIDE = '(min-width: 1100px)'

/** Parts at the left, the selected part in the middle, findings at the right; one number ties them. */
export function Evidence({ submission }: { submission: SubmissionView }) {
  const t = useWords(submissionWords)
  const [address] = useAddress()
  const { mails } = submission
  const mailId = mails.find((mail) => mail.mailId === address['mail'])?.mailId ?? mails[0]?.mailId
  const mail = useMail(mailId)
  if (mailId === undefined) {
    const isOver = submission.analysis === 'failed' || submission.analysis === 'done'
    return <NothingToShow submission={submission} words={t(isOver ? 'failed' : 'waiting')} />
  }
  return (
    <Loaded query={mail} shape={8}>
      {(opened) => <OpenedMail key={mailId} submission={submission} mail={opened} />}
    </Loaded>
  )
}

/** No mail to open, and why not, as far as the files themselves tell. */
function NothingToShow({ submission, words }: { submission: SubmissionView; words: string }) {
  const say = useSay()
  const reasons = new Set(
    submission.files.flatMap(({ problems }) => problems.map((problem) => say(problem.say))),
  )
  return (
    <div className="page quiet">
      <p>{words}</p>
      {[...reasons].map((reason) => (
        <p key={reason}>
          <HostileText text={reason} />
        </p>
      ))}
    </div>
  )
}

function OpenedMail({ submission, mail }: { submission: SubmissionView; mail: MailView }) {
  const [address, setAddress] = useAddress()
  const [hovered, setHovered] = useState<number>()
  const [isWhyOpen, setWhyOpen] = useState(false)
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  const ref = useRef<HTMLDivElement>(null)
  const selected = mail.findings.find(({ number }) => String(number) === address['finding'])
  const part = findNode(mail, address['part'])
  const mode = MODES.find((each) => each === address['view']) ?? 'decoded'

  const select = (number: number | undefined) => {
    const finding = mail.findings.find((each) => each.number === number)
    if (finding === undefined) return
    const path = findPathOf(finding)
    setAddress({ finding: String(finding.number), part: path === '0' ? undefined : path })
  }
  const selectPart = useCallback(
    (path: string) => {
      setAddress({ part: path === '0' ? undefined : path, finding: undefined })
      // Where the columns are stacked, what was chosen is brought into view.
      if (!window.matchMedia(SIDE_BY_SIDE).matches) {
        ref.current?.querySelector('.evidence-middle')?.scrollIntoView()
      }
    },
    [setAddress],
  )
  const step = (by: number) => {
    const at = mail.findings.findIndex(({ number }) => number === selected?.number)
    const next = at < 0 ? 0 : at + by
    select(mail.findings[(next + mail.findings.length) % mail.findings.length]?.number)
  }
  const setMode = (next: Mode) => setAddress({ view: next === 'decoded' ? undefined : next })
  useKeys({
    n: () => step(1),
    p: () => step(-1),
    b: () => setMode(mode === 'bytes' ? 'decoded' : 'bytes'),
    y: () => setWhyOpen((before) => !before),
    ']': () => setDrawerOpen((before) => !before),
  })
  useEffect(() => {
    if (selected === undefined) return
    for (const shown of ref.current?.querySelectorAll(`[data-shows="${selected.number}"]`) ?? []) {
      shown.scrollIntoView({ block: 'nearest' })
    }
    ref.current
      ?.querySelector(`mark[data-finding="${selected.number}"]`)
      ?.scrollIntoView({ block: 'center' })
  }, [selected, part])

  const lit = hovered ?? selected?.number
  return (
    <div className="evidence" ref={ref} data-drawer={isDrawerOpen ? 'open' : 'closed'}>
      <EvidenceParts submission={submission} mail={mail} selected={part} onSelect={selectPart} />
      <EvidenceMiddle
        mail={mail}
        part={part}
        mode={mode}
        onMode={setMode}
        chosen={selected?.number}
        selected={lit}
        onSelect={select}
        onHover={setHovered}
        isDrawerOpen={isDrawerOpen}
        onDrawer={() => setDrawerOpen((before) => !before)}
      />
      <FindingColumn
        mail={mail}
        selected={selected?.number}
        lit={lit}
        isWhyOpen={isWhyOpen}
        onSelect={select}
        onHover={setHovered}
        onWhy={() => setWhyOpen((before) => !before)}
        onClose={() => setDrawerOpen(false)}
      />
    </div>
  )
}

/** The node the address names, when the mail has it. */
function findNode(mail: MailView, path = '0'): string {
  const own = toOwnPath(path)
  const isKnown = [...mail.parts, ...mail.artefacts].some((each) => each.path === own)
  return isKnown ? path : '0'
}

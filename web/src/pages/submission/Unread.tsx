import type { MailView } from 'contract/analysis'
import { Chip } from '../../parts/Chip.tsx'
import { evidenceWords } from '../../words/evidence.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** What of a part or file stayed closed, and why. */
export function Unread({ mail, path }: { mail: MailView; path: string }) {
  const t = useWords(evidenceWords)
  const say = useSay()
  const here = mail.problems.filter((problem) => (problem.places ?? [problem.path]).includes(path))
  const code = mail.artefacts.find((each) => each.path === path)?.unreadable
  const known = mail.problems.find((problem) => problem.code === code)
  const all = [...(known === undefined ? [] : [known]), ...here]
  const sentences = [...new Set(all.map((problem) => say(problem.say)))]
  if (sentences.length === 0) return null
  return (
    <div className="unread">
      <Chip tone="warn">{t('unread')}</Chip>
      {sentences.map((sentence) => (
        <p key={sentence} className="small reason">
          {sentence}
        </p>
      ))}
    </div>
  )
}

import type { Bilingual } from 'contract/common'
import type { WebLogView } from 'contract/web-log'
import { Card } from '../../../parts/Card.tsx'
import { useSay, useWords } from '../../../words/use-words.ts'
import { webLogWords } from '../../../words/web-log.ts'

/** What is true of every access log: innocent reasons, what cannot be seen, what to do. */
export function LogNotes({ log }: { log: WebLogView }) {
  const t = useWords(webLogWords)
  return (
    <Card title={t('notes')} aside={<code className="tiny quiet">{log.attack.join(' · ')}</code>}>
      <Notes title={t('advice')} notes={[log.advice]} />
      <Notes title={t('innocent')} notes={log.innocent} />
      <Notes title={t('blind-spots')} notes={log.blindSpots} />
    </Card>
  )
}

function Notes({ title, notes }: { title: string; notes: readonly Bilingual[] }) {
  const say = useSay()
  return (
    <>
      <h3 className="log-label">{title}</h3>
      <ul className="log-notes">
        {notes.map((note) => (
          <li key={note.en}>{say(note)}</li>
        ))}
      </ul>
    </>
  )
}

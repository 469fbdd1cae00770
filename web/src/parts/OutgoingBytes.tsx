import type { OutgoingPreview } from 'contract/bulletin'
import { bulletinReleaseWords } from '../words/bulletin-release.ts'
import { leakCheckWords } from '../words/leak-check.ts'
import { useWords } from '../words/use-words.ts'
import { Defanging } from './hostile/defanging.ts'
import { HostileText } from './hostile/HostileText.tsx'
import './OutgoingBytes.css'

/** Bytes as they leave: nothing defanged, so that what is read is what goes. */
const AS_IT_LEAVES = { isDefanged: false, toggle: () => {} }

/** One form in the bytes that go out; JSON with indents, because nobody reads a line of 30 KB. */
export function OutgoingBytes({ form: { format, text, mediaType } }: { form: OutgoingPreview }) {
  const t = useWords(bulletinReleaseWords)
  const forms = useWords(leakCheckWords)
  const isJson = mediaType.includes('json')
  return (
    <Defanging value={AS_IT_LEAVES}>
      {isJson && <p className="tiny quiet outgoing-note">{t('indented')}</p>}
      <div
        className="mono outgoing-bytes"
        role="region"
        aria-label={forms(`format-${format}`)}
        tabIndex={0}
      >
        <HostileText text={isJson ? indent(text) : text} />
      </div>
    </Defanging>
  )
}

function indent(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

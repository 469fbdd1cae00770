import { fileFactWords } from '../words/file-facts.ts'
import { useWords } from '../words/use-words.ts'
import { HostileText } from './hostile/HostileText.tsx'

/** What a file states about itself. Every value is the sender's word. */
export function FileFacts({
  facts,
}: {
  facts: readonly { readonly name: string; readonly value: string }[]
}) {
  const t = useWords(fileFactWords)
  return (
    <dl className="facts">
      {facts.map(({ name, value }, at) => (
        <div key={`${name}-${at}`} className="fact">
          <dt>{isKnown(name) ? t(name) : <span className="mono">{name}</span>}</dt>
          <dd className="mono">
            <HostileText text={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function isKnown(name: string): name is keyof typeof fileFactWords.keys {
  return Object.hasOwn(fileFactWords.keys, name)
}

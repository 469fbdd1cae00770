import { fileSignWords } from '../words/file-signs.ts'
import { useWords } from '../words/use-words.ts'
import { HostileText } from './hostile/HostileText.tsx'
import './FileSigns.css'

/** What acts, hides or deceives in a file, kind by kind, each with what shows it. */
export function FileSigns({
  signs,
}: {
  signs: readonly { readonly kind: string; readonly excerpt: string }[]
}) {
  const t = useWords(fileSignWords)
  const kinds = [...new Set(signs.map(({ kind }) => kind))]
  return (
    <ul className="signs">
      {kinds.map((kind) => (
        <li key={kind} className="sign">
          <p className="sign-say">
            {isKnown(kind) ? t(kind) : <span className="mono">{kind}</span>}
          </p>
          {signs
            .filter((sign) => sign.kind === kind && sign.excerpt !== '')
            .map(({ excerpt }, at) => (
              <pre key={at} className="sign-excerpt">
                <HostileText text={excerpt} />
              </pre>
            ))}
        </li>
      ))}
    </ul>
  )
}

function isKnown(kind: string): kind is keyof typeof fileSignWords.keys {
  return Object.hasOwn(fileSignWords.keys, kind)
}

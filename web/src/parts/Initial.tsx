import './Initial.css'

/** Somebody as the first letter of the name; a dash for nobody. The words are read aloud. */
export function Initial({ name, words }: { name: string | undefined; words: string }) {
  return (
    <span className={name === undefined ? 'initial initial-none' : 'initial'} title={words}>
      <span aria-hidden="true">{name === undefined ? '−' : Array.from(name)[0]}</span>
      <span className="unseen">{words}</span>
    </span>
  )
}

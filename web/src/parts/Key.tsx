import './Key.css'

/** A key of the keyboard, drawn beside the action it does. Hidden where there is no keyboard. */
export function Key({ name }: { name: string }) {
  return (
    <kbd className="key" aria-hidden="true">
      {name}
    </kbd>
  )
}

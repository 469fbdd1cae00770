/** Asks the person for a second factor and says whether it was given. */
type Asker = () => Promise<boolean>

let asker: Asker | undefined

/** Names who asks: the frame, while somebody is signed in. Returns how to take it back. */
export function registerStepUpAsker(ask: Asker): () => void {
  asker = ask
  return () => {
    if (asker === ask) asker = undefined
  }
}

/** Whether the person gave a fresh second factor; no when there is nobody to ask. */
export function askStepUp(): Promise<boolean> {
  return asker?.() ?? Promise.resolve(false)
}

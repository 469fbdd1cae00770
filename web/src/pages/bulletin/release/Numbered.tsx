/** The three blocks carry their number, so that nobody passes over one. */
export function Numbered({ number }: { number: number }) {
  return <span className="review-number">{number}</span>
}

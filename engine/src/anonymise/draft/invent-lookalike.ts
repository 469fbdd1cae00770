import type { LookalikeEdit } from '../../techniques/technique.ts'
import type { BulletinLookalike } from '../bulletin-content.ts'

/** Invented names that together hold every letter of the alphabet, tried in this order. */
const WORDS = [
  'company',
  'industries',
  'global-works',
  'quartz-logistics',
  'jvk-export',
  'finance-hub',
]
const SUFFIX = '.co.example'

/** A letter or pair of the genuine name, and what the false one has instead. */
interface Step {
  readonly kind: LookalikeEdit['kind']
  readonly genuine: string
  readonly observed: string
  readonly genuineAt: number
}

/**
 * A pair of invented domains made with the same kinds of edit, and the same letters where letters were
 * exchanged. Lengths and places are those of the invented name: the real ones would spell out the
 * imitated domain (T11).
 */
export function inventLookalike(
  letter: string,
  edits: readonly LookalikeEdit[],
): BulletinLookalike {
  const word = WORDS.find((candidate) => holdsLetters(candidate, edits)) ?? WORDS[0] ?? ''
  const genuine = `${letter.toLowerCase()}-${word}${SUFFIX}`
  const steps: Step[] = []
  for (const edit of edits) {
    const step = toStep(edit, genuine, steps)
    if (step !== undefined) steps.push(step)
  }
  return applySteps(genuine, steps)
}

const EXCHANGES: ReadonlySet<string> = new Set(['changed', 'homoglyph', 'dropped'])

const holdsLetters = (word: string, edits: readonly LookalikeEdit[]): boolean =>
  edits
    .filter(({ kind }) => EXCHANGES.has(kind))
    .every(({ genuine }) => word.includes(genuine.toLowerCase()))

/** Where in the invented name an edit goes; undefined when nothing is left to edit. */
function toStep(edit: LookalikeEdit, genuine: string, taken: readonly Step[]): Step | undefined {
  const { kind } = edit
  const labelEnd = genuine.indexOf('.')
  switch (kind) {
    case 'dot-to-hyphen':
      return { kind, genuine: '.', observed: '-', genuineAt: labelEnd }
    case 'label-moved':
      return { kind, genuine: '.co.example', observed: '-co.example', genuineAt: labelEnd }
    case 'tld-changed':
      return { kind, genuine: '.co.example', observed: '.test', genuineAt: labelEnd }
    case 'word-added':
      // The added word itself may name the victim, so a neutral one stands in.
      return { kind, genuine: '', observed: '-portal', genuineAt: labelEnd }
    default:
      return toLetterStep(edit, genuine.slice(0, labelEnd), taken)
  }
}

function toLetterStep(
  { kind, genuine, observed }: LookalikeEdit,
  label: string,
  taken: readonly Step[],
): Step | undefined {
  const isFree = (at: number, length: number): boolean =>
    taken.every(
      (step) => at + length <= step.genuineAt || at >= step.genuineAt + step.genuine.length,
    )
  if (kind === 'inserted') {
    const at = findPlace(label, (place) => isFree(place, 1))
    return at === undefined ? undefined : { kind, genuine: '', observed, genuineAt: at }
  }
  if (kind === 'swapped') {
    const at = findPlace(label, (place) => isFree(place, 2) && label[place] !== label[place + 1])
    if (at === undefined) return undefined
    const pair = label.slice(at, at + 2)
    return { kind, genuine: pair, observed: `${pair[1]}${pair[0]}`, genuineAt: at }
  }
  const wanted = genuine.toLowerCase()
  const at = findPlace(
    label,
    (place) => wanted !== '' && label.startsWith(wanted, place) && isFree(place, wanted.length),
  )
  return at === undefined ? undefined : { kind, genuine: wanted, observed, genuineAt: at }
}

/** First place inside the word that will do; the letter and hyphen in front stay as they are. */
function findPlace(label: string, willDo: (place: number) => boolean): number | undefined {
  for (let place = 3; place < label.length - 1; place += 1) if (willDo(place)) return place
  return willDo(2) ? 2 : undefined
}

function applySteps(genuine: string, steps: readonly Step[]): BulletinLookalike {
  const edits: LookalikeEdit[] = []
  let observed = ''
  let done = 0
  for (const step of [...steps].sort((a, b) => a.genuineAt - b.genuineAt)) {
    if (step.genuineAt < done) continue
    observed += genuine.slice(done, step.genuineAt)
    edits.push({ ...step, observedAt: observed.length })
    observed += step.observed
    done = step.genuineAt + step.genuine.length
  }
  return { genuine, observed: observed + genuine.slice(done), edits }
}

import type { LookalikeEdit } from './lookalike-edit.ts'
import { explainImitation } from './find-imitated.ts'
import { isLureWord } from './lure-words.ts'
import { splitDomain } from './split-domain.ts'

/** An invented pair of names made by the same edits as a real pair, safe to publish. */
export interface SyntheticPair {
  readonly genuine: string
  readonly observed: string
  readonly edits: readonly LookalikeEdit[]
}

/** Words for invented names, so that the letter an edit needs occurs in one of them. */
const WORDS = [
  'company',
  'works',
  'trade',
  'global',
  'sales',
  'digital',
  'quality',
  'jet',
  'box',
  'hub',
]
const SUFFIX = 'co.example'

/**
 * Replays edits on an invented name. Nothing of the real names goes in but the letters of the
 * edits themselves, and of those only what shows how the trick works.
 */
export function toSyntheticPair(edits: readonly LookalikeEdit[]): SyntheticPair {
  const isMoved = edits.some((edit) => edit.kind === 'label-moved')
  const label = `b-${pickWords(edits).join('-')}`
  const suffix = isMoved ? 'test.example' : SUFFIX
  const genuine = `${label}.${suffix}`
  let made = label
  for (const edit of edits) made = replay(edit, made)
  const observed = toObserved(made, suffix, edits)
  const host = splitDomain(observed)
  if (host === undefined) return { genuine, observed, edits: [] }
  const invented = {
    label,
    suffix,
    organisation: genuine,
    owner: 'B',
    relation: 'partner',
  } as const
  return { genuine, observed, edits: explainImitation(invented, host).edits }
}

/** A name, and one word for each letter the edits need and the name lacks. */
function pickWords(edits: readonly LookalikeEdit[]): string[] {
  const words = ['company']
  for (const { kind, genuine } of edits) {
    if (kind !== 'homoglyph' || words.some((word) => word.includes(genuine))) continue
    const next = WORDS.find((word) => word.includes(genuine))
    if (next !== undefined) words.push(next)
  }
  return words
}

function replay(edit: LookalikeEdit, label: string): string {
  switch (edit.kind) {
    case 'homoglyph':
      return label.includes(edit.genuine) ? label.replace(edit.genuine, edit.observed) : label
    case 'inserted':
      return edit.observed === '-'
        ? label.replace('company', 'comp-any')
        : label.replace('pa', 'ppa')
    case 'dropped':
      return edit.genuine === '-' ? label.replace('-', '') : label.replace('pan', 'pn')
    case 'changed':
      return label.replace('any', 'eny')
    case 'swapped':
      return label.replace('pa', 'ap')
    case 'word-added':
      return toLonger(label, edit)
    default:
      return label
  }
}

/** Only words that forgers add to any name are shown; any other word could be the victim's. */
function toLonger(label: string, edit: LookalikeEdit): string {
  const word = edit.observed.replace(/[^a-z]/g, '')
  const shown = isLureWord(word) && word.length > 2 ? word : 'service'
  return edit.genuineAt === 0 ? `${shown}-${label}` : `${label}-${shown}`
}

function toObserved(label: string, suffix: string, edits: readonly LookalikeEdit[]): string {
  const kinds = new Set(edits.map((edit) => edit.kind))
  if (kinds.has('label-moved')) return `${label}-example.test`
  if (kinds.has('dot-to-hyphen')) return `${label}-co.example`
  return `${label}.${kinds.has('tld-changed') ? 'test' : suffix}`
}

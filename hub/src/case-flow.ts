/**
 * The one table of what may happen to a submission, a case and a bulletin (SPEC §0):
 * who may make each move, and which jobs it starts. Everything else asks this table.
 */

/** Who makes a move. `hub` is the software itself, in a job. */
export type Mover = 'hub' | 'analyst' | 'lead' | 'provider'

export const STATES = {
  submission: ['received', 'analysed', 'consultation', 'set-aside', 'in-case'],
  case: ['open', 'worked', 'closed'],
  bulletin: [
    'draft',
    'checked',
    'waiting',
    'approved',
    'releasing',
    'released',
    'corrected',
    'withdrawn',
  ],
} as const

export type Subject = keyof typeof STATES
export type StateOf<S extends Subject> = (typeof STATES)[S][number]

export interface Move<S extends Subject = Subject> {
  readonly subject: S
  readonly from: StateOf<S>
  readonly to: StateOf<S>
  readonly by: readonly Mover[]
  /** Jobs started in the transaction that makes the move. */
  readonly starts: readonly JobStarted[]
  /** Folder of the step that owns the move. */
  readonly step: Step
}

/** The steps a mail goes through, in order; each is a folder of `hub/src`. */
export const STEPS = [
  'intake',
  'analysis',
  'correlation',
  'casework',
  'anonymisation',
  'approval',
  'sharing',
  'feedback',
  'statistics',
] as const
export type Step = (typeof STEPS)[number]

/** Jobs that moves start; their payloads are declared in `jobs/job-names.ts`. */
export type JobStarted =
  | 'analyse-submission'
  | 'correlate-submission'
  | 'carry-out-release'
  | 'send-notices'

const submission = move('submission')
const attackCase = move('case')
const bulletin = move('bulletin')

// biome-ignore format: a table is read by its columns.
export const MOVES: readonly Move[] = [
  //         from             to              who                       starts                      step
  submission('received',      'analysed',     ['hub'],                  ['correlate-submission'],   'analysis'),
  submission('received',      'in-case',      ['analyst', 'lead'],      [],                         'casework'),
  submission('analysed',      'received',     ['hub'],                  ['analyse-submission'],     'intake'),   // More files came.
  submission('analysed',      'in-case',      ['hub', 'analyst', 'lead'], [],                       'casework'),
  submission('analysed',      'consultation', ['analyst', 'lead'],      [],                         'casework'),
  submission('analysed',      'set-aside',    ['analyst', 'lead'],      [],                         'casework'),
  submission('consultation',  'analysed',     ['analyst', 'lead'],      [],                         'casework'),
  submission('consultation',  'in-case',      ['analyst', 'lead'],      [],                         'casework'),
  submission('set-aside',     'analysed',     ['analyst', 'lead'],      [],                         'casework'),
  submission('set-aside',     'in-case',      ['analyst', 'lead'],      [],                         'casework'),
  submission('in-case',       'analysed',     ['hub', 'analyst', 'lead'], [],                       'casework'), // Split off or undone.

  attackCase('open',          'worked',       ['hub', 'analyst', 'lead'], [],                       'casework'),
  attackCase('worked',        'open',         ['analyst', 'lead'],      [],                         'casework'),
  attackCase('open',          'closed',       ['analyst', 'lead'],      [],                         'casework'),
  attackCase('worked',        'closed',       ['analyst', 'lead'],      [],                         'casework'),
  attackCase('closed',        'open',         ['analyst', 'lead'],      [],                         'casework'),

  bulletin  ('draft',         'checked',      ['analyst', 'lead'],      [],                         'anonymisation'),
  bulletin  ('checked',       'draft',        ['analyst', 'lead', 'provider'], [],                  'anonymisation'), // Any edit, or a permission taken back.
  bulletin  ('checked',       'waiting',      ['analyst', 'lead'],      ['send-notices'],           'approval'),
  bulletin  ('checked',       'approved',     ['lead'],                 [],                         'approval'), // Nobody to ask: hub's own, or the technical lane.
  bulletin  ('waiting',       'draft',        ['analyst', 'lead', 'provider'], [],                  'approval'), // Edited, refused or sent back.
  bulletin  ('waiting',       'approved',     ['provider'],             [],                         'approval'), // The last provider agreed.
  bulletin  ('approved',      'draft',        ['analyst', 'lead', 'provider'], [],                  'approval'), // Edited, or an approval withdrawn.
  bulletin  ('approved',      'releasing',    ['lead'],                 ['carry-out-release'],      'sharing'),  // Ordered; it leaves when it is due.
  bulletin  ('approved',      'released',     ['lead'],                 ['send-notices'],           'sharing'),  // A hub without a waiting time.
  bulletin  ('releasing',     'approved',     ['hub', 'analyst', 'lead'], [],                       'sharing'),  // Cancelled, or its audience is another.
  bulletin  ('releasing',     'draft',        ['hub', 'analyst', 'lead', 'provider'], [],           'sharing'),  // Edited, an approval withdrawn, or a trace found.
  bulletin  ('releasing',     'released',     ['hub'],                  ['send-notices'],           'sharing'),  // Due, and everything still holds.
  bulletin  ('released',      'corrected',    ['hub', 'lead'],          ['send-notices'],           'sharing'),  // A newer version was released.
  bulletin  ('released',      'withdrawn',    ['lead'],                 ['send-notices'],           'sharing'),
  bulletin  ('corrected',     'withdrawn',    ['lead'],                 ['send-notices'],           'sharing'),
]

/** The row that allows this move, or undefined: what is not in the table may not happen. */
export function findMove<S extends Subject>(
  subject: S,
  from: StateOf<S>,
  to: StateOf<S>,
): Move | undefined {
  return MOVES.find((row) => row.subject === subject && row.from === from && row.to === to)
}

/** May this mover take this subject from one state to the other? */
export function mayMove<S extends Subject>(
  subject: S,
  from: StateOf<S>,
  to: StateOf<S>,
  by: Mover,
): boolean {
  return findMove(subject, from, to)?.by.includes(by) ?? false
}

function move<S extends Subject>(subject: S) {
  return (
    from: StateOf<S>,
    to: StateOf<S>,
    by: readonly Mover[],
    starts: readonly JobStarted[],
    step: Step,
  ): Move => ({ subject, from, to, by, starts, step }) as Move
}

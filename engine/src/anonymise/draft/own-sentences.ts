import { logTechniques, techniques } from '../../techniques/index.ts'
import { TECHNIQUE_SENTENCES } from './technique-sentences.ts'

/** What the hub says of techniques, in both languages, in lower case: no word in it is somebody's name. */
export const OWN_SENTENCES: string = [
  ...Object.values(TECHNIQUE_SENTENCES),
  ...[...techniques, ...logTechniques].flatMap(({ title, advice }) => [title, advice]),
]
  .flatMap(({ ja, en }) => [ja, en])
  .join('\n')
  .toLowerCase()

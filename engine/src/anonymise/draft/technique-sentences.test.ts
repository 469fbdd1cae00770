import { expect, test } from 'vitest'
import { logTechniques, techniques } from '../../techniques/index.ts'
import { TECHNIQUE_SENTENCES } from './technique-sentences.ts'

test.each([...techniques, ...logTechniques].map(({ id }) => id))(
  'a bulletin has a sentence of its own for %s',
  (id) => {
    expect(TECHNIQUE_SENTENCES[id]?.ja).toMatch(/。$/)
    expect(TECHNIQUE_SENTENCES[id]?.en).toMatch(/\.$/)
  },
)

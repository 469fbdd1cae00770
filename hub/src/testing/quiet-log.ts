import { sendLogTo } from '../log.ts'

// Tests refuse by the thousand, and no line about it helps whoever reads their output. An error is still shown: either
// it is what went wrong, or the test is about it.
const before = sendLogTo((line, level) => {
  if (level === 'error') before(line, level)
})

import { isDeepStrictEqual } from 'node:util'
import { parentPort } from 'node:worker_threads'
import {
  type CompiledRules,
  type OpenedEvidence,
  type RuleSource,
  buildRegister,
  compileRules,
  findSharedPasswords,
  isWebLog,
  openEvidence,
} from 'engine'
import { analysisLimits as limits } from '../limits.ts'
import { toStorable } from './storable-text.ts'
import type { LogReading, ReadingKnowledge, ThreadAnswer, ThreadRequest } from './parse-protocol.ts'
import { type ProblemView, hubProblem, toProblemView } from './problem-view.ts'
import { answerAboutLog, readLogBytes } from './read-log-pieces.ts'
import { type ReadingContext, readMail } from './read-mail.ts'

/**
 * The thread in which foreign bytes are opened. It holds no secret, no database and no socket, answers
 * one message per request, and is killed from outside when it takes too long or too much memory.
 */

/** Compiling takes seconds, and every organisation's register comes with the same rules. */
let compiled: {
  readonly sources: readonly RuleSource[]
  readonly rules: Promise<CompiledRules | undefined>
} = { sources: [], rules: Promise.resolve(undefined) }

let reading: Promise<ReadingContext> = prepare({
  register: { organisations: [] },
  knowledge: {},
  rules: [],
})
let answers: AsyncGenerator<ThreadAnswer, ThreadAnswer> | undefined

parentPort?.on('message', async (request: ThreadRequest) => {
  if (request.ask === 'register') {
    reading = prepare(request)
    return
  }
  if (request.ask === 'log-begin' || request.ask === 'log-piece' || request.ask === 'log-end') {
    parentPort?.postMessage(await answerAboutLog(request))
    return
  }
  if (request.ask === 'open') answers = readFile(request, await reading)
  const step = await answers?.next()
  const answer: ThreadAnswer = step?.value ?? { answer: 'done' }
  // Handing the bytes over instead of copying them keeps a mail in memory once.
  parentPort?.postMessage(answer, listHandedOver(answer))
})

function listHandedOver(answer: ThreadAnswer): ArrayBuffer[] {
  if (answer.answer === 'found') return [answer.bytes.buffer as ArrayBuffer]
  if (answer.answer === 'read')
    return answer.record.files.map(({ bytes }) => bytes.buffer as ArrayBuffer)
  return []
}

/** Indexes the register anew; the rules are compiled only when they are others. */
async function prepare({ register, knowledge, rules }: ReadingKnowledge): Promise<ReadingContext> {
  if (!isDeepStrictEqual(rules, compiled.sources))
    compiled = { sources: rules, rules: compileInstead(compiled.rules, rules) }
  const rulesNow = await compiled.rules
  const index = buildRegister(register)
  return { register: index, knowledge, ...(rulesNow === undefined ? {} : { rules: rulesNow }) }
}

async function compileInstead(
  before: Promise<CompiledRules | undefined>,
  sources: readonly RuleSource[],
): Promise<CompiledRules | undefined> {
  ;(await before)?.close()
  // A rule that no longer compiles was refused when it was saved; after an update of YARA it is left out.
  return sources.length === 0 ? undefined : (await compileRules(sources)).rules
}

async function* readFile(
  request: Extract<ThreadRequest, { ask: 'open' }>,
  context: ReadingContext,
): AsyncGenerator<ThreadAnswer, ThreadAnswer> {
  const { bytes, fileName, isForward, submittedAt, firstMail } = request
  const opened = await openEvidence(bytes, {
    forwarded: isForward,
    ownDomains: context.register.register.recipient?.domains ?? [],
    takesFile: isWebLog,
    ...(fileName === undefined ? {} : { fileName }),
  })
  yield {
    answer: 'opened',
    kind: opened.kind,
    mailCount: opened.mails.length,
    problems: toStorable(listProblems(opened).slice(0, limits.problemsMax)),
    logs: listLogs(opened, submittedAt),
  }
  const passwords = findSharedPasswords(opened.mails)
  for (const [index, mail] of opened.mails.entries()) {
    if (index < firstMail) continue
    const name = mail.fileName === undefined ? {} : { fileName: mail.fileName }
    // A copy of its own: the mail is a window on the whole file, which must stay here.
    yield {
      answer: 'found',
      index,
      path: toStorable(mail.path),
      bytes: new Uint8Array(mail.bytes),
      ...name,
    }
    yield {
      answer: 'read',
      index,
      record: await readMail(mail.bytes, {
        ...context,
        passwords,
        submittedAt,
        ...(mail.roles === undefined ? {} : { roles: mail.roles }),
        ...(opened.kind === 'file' ? { bareFileName: fileName ?? '' } : {}),
      }),
    }
  }
  return { answer: 'done' }
}

function listLogs({ files }: OpenedEvidence, submittedAt: Date): LogReading[] {
  return files.flatMap(({ path, fileName, bytes }) =>
    bytes === undefined
      ? []
      : [{ path, fileName: toStorable(fileName), summary: readLogBytes(bytes, submittedAt) }],
  )
}

/** What was wrong with the file, and what in it is kept without being analysed. */
function listProblems(opened: OpenedEvidence): ProblemView[] {
  const problems = opened.problems.map(toProblemView)
  const others = opened.files.filter(({ bytes }) => bytes === undefined)
  const members = others.map(({ path, fileName, unreadable }) =>
    hubProblem(
      unreadable === undefined ? 'member-is-no-mail' : 'reading-member-failed',
      path,
      fileName.slice(0, limits.shownNameCharsMax),
    ),
  )
  const whole = opened.kind === 'unknown' ? [hubProblem('file-is-no-mail', '')] : []
  return [...problems, ...members, ...whole]
}

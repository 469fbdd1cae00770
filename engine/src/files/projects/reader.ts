import type { FileFact, FileReader, FileReading, FileSign } from '../file-reading.ts'
import { toFileLinks } from '../find-urls.ts'
import { readText } from '../read-text.ts'

const MSBUILD_TYPE = 'application/x-msbuild'
const TASK_TYPE = 'application/x-task-scheduler'
const EACH_MAX = 20

/** Project files of MSBuild and definitions for the Task Scheduler: XML that Windows' own tools run. */
export const projects: FileReader = {
  format: 'projects',
  weight: 3,
  reads: (type) => type === MSBUILD_TYPE || type === TASK_TYPE,
  read({ bytes, type }) {
    const text = readText(bytes)
    const reading = type === MSBUILD_TYPE ? readProject(text) : readTask(text)
    return { ...reading, text, links: toFileLinks(text, 'resource') }
  },
}

/** A task written into the project is compiled and run by MSBuild.exe when the project is built. */
function readProject(text: string): FileReading {
  const isInline =
    /<UsingTask\b[^<>]{0,2000}TaskFactory\s{0,5}=\s{0,5}["'](?:Roslyn)?CodeTaskFactory/i
  const code = listElements(text, 'Code')
  const commands = [
    ...text.matchAll(
      /<Exec\b[^<>]{0,500}?Command\s{0,5}=\s{0,5}(?:"([^"]{1,2000})"|'([^']{1,2000})')/gi,
    ),
  ]
  const signs: FileSign[] = [
    ...(isInline.test(text)
      ? [{ kind: 'msbuild-task' as const, excerpt: (code[0] ?? '').replace(/\s+/g, ' ').trim() }]
      : []),
    ...commands.slice(0, EACH_MAX).map(([, double, single]) => ({
      kind: 'script-execution' as const,
      excerpt: decodeEntities(double ?? single ?? ''),
    })),
  ]
  const names = [
    ...text.matchAll(/<UsingTask\b[^<>]{0,2000}?TaskName\s{0,5}=\s{0,5}"([^"]{1,200})"/gi),
  ]
  return {
    signs,
    facts: names.slice(0, EACH_MAX).map(([, value = '']) => ({ name: 'task-name', value })),
  }
}

/** The Task Scheduler's schema ([MS-TSCH] §2.5): what is started, when, and as whom. */
function readTask(text: string): FileReading {
  const commands = listElements(text, 'Command')
  const words = listElements(text, 'Arguments')
  const handlers = listElements(text, 'ClassId')
  const facts = ['Author', 'URI', 'Description', 'UserId', 'RunLevel', 'Hidden', 'Date', 'Interval']
    .flatMap((name) => listElements(text, name).map((value) => ({ name: toFactName(name), value })))
    .concat(listTriggers(text))
  return {
    signs: [
      ...commands.map((command, at) => ({
        kind: 'scheduled-task' as const,
        excerpt: `${command} ${words[at] ?? ''}`.trim(),
      })),
      ...handlers.map((id) => ({ kind: 'scheduled-task' as const, excerpt: `COM ${id}` })),
    ],
    facts,
  }
}

function listTriggers(text: string): FileFact[] {
  const kinds = text.matchAll(
    /<(LogonTrigger|BootTrigger|TimeTrigger|CalendarTrigger|IdleTrigger|EventTrigger|RegistrationTrigger|SessionStateChangeTrigger)\b/g,
  )
  return [...new Set(Array.from(kinds, ([, kind = '']) => kind))].map((value) => ({
    name: 'trigger',
    value,
  }))
}

function toFactName(element: string): string {
  return `task-${element.toLowerCase()}`
}

/** Texts of the elements of this name, CDATA and entities undone. Found by text: hostile XML need not be well-formed. */
function listElements(text: string, name: string): string[] {
  const found: string[] = []
  const start = new RegExp(`<${name}(?:\\s[^<>]{0,500})?>`, 'gi')
  for (const { 0: tag, index } of text.matchAll(start)) {
    const from = index + tag.length
    const end = text.indexOf(`</${name}`, from)
    const inner = text.slice(from, end < 0 ? from + 2_000 : end)
    found.push(decodeEntities(inner.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '')).trim())
    if (found.length >= EACH_MAX) break
  }
  return found
}

function decodeEntities(text: string): string {
  const named: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    amp: '&',
  }
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (entity, name: string) => named[name] ?? entity)
}

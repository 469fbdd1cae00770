import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * `npm run new technique NAME` writes the folder of a new technique and its line in the list.
 * What it writes does not pass the tests until the author has brought samples and sentences.
 */
const TECHNIQUES = new URL('../engine/src/techniques/', import.meta.url)
const USAGE = 'npm run new technique NAME   (NAME in lower case with hyphens, by what is seen)\n'

const [unit, name] = process.argv.slice(2)
if (unit !== 'technique' || name === undefined || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
  process.stderr.write(USAGE)
  process.exitCode = 2
} else {
  writeFolder(name)
  addLine(name)
  process.stdout.write(`engine/src/techniques/${name}/\n`)
}

function writeFolder(id: string): void {
  const folder = new URL(`${id}/`, TECHNIQUES)
  mkdirSync(folder)
  mkdirSync(new URL('samples/', folder))
  writeFileSync(new URL('detector.ts', folder), renderDetector(id))
  for (const outcome of ['hit', 'miss'])
    for (const number of ['one', 'two'])
      writeFileSync(new URL(`samples/${outcome}-${number}.eml`, folder), renderSample(outcome))
}

/** Keeps the imports and the list sorted by id, as the test demands. */
function addLine(id: string): void {
  const file = new URL('index.ts', TECHNIQUES)
  const text = readFileSync(file, 'utf8')
  const imports = [...text.matchAll(/^import \{ (\w+) \} from '\.\/([\w-]+)\/detector\.ts'$/gm)]
  const units = [...imports.map(([, symbol = '', folder = '']) => ({ symbol, folder }))]
  units.push({ symbol: toSymbol(id), folder: id })
  units.sort((a, b) => (a.folder < b.folder ? -1 : 1))
  const kept = text.replace(/^import \{ \w+ \} from '\.\/[\w-]+\/detector\.ts'\n/gm, '')
  const lines = units.map(
    ({ symbol, folder }) => `import { ${symbol} } from './${folder}/detector.ts'\n`,
  )
  const list = units.map(({ symbol }) => `  ${symbol},\n`).join('')
  const listed = kept.replace(/(techniques: readonly Technique\[\] = \[\n)[^\]]*\]/, `$1${list}]`)
  writeFileSync(file, lines.join('') + listed)
}

function toSymbol(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_hyphen, letter: string) => letter.toUpperCase())
}

function renderDetector(id: string): string {
  return `import { defineTechnique } from '../technique.ts'

/** What is seen, and what it does to the reader. */
export const ${toSymbol(id)} = defineTechnique({
  id: '${id}',
  title: { ja: '', en: '' },
  about: { ja: '', en: '' },
  attack: [],
  weight: 'weak',
  innocent: [],
  blindSpots: [],
  advice: { ja: '', en: '' },
  source: '',

  detect() {
    return []
  },
})
`
}

function renderSample(outcome: string): string {
  return [
    'From: Sender <sender@company.example>',
    'To: Reader <reader@member.example>',
    `Subject: ${outcome}`,
    'Date: Thu, 1 Oct 2026 09:00:00 +0900',
    'Message-ID: <1@company.example>',
    '',
    'Text.',
    '',
  ].join('\r\n')
}

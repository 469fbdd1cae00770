import { basename, extname } from 'node:path'
import { readText, type Untidy } from './list-files.ts'

interface TextRule {
  readonly pattern: RegExp
  readonly say: string
  /** Files the rule is about; all text files when absent. */
  readonly about?: RegExp
  readonly except?: RegExp
}

const SOURCES = /\.tsx?$/
const TESTS = /\.(test|fuzz|bench)\.tsx?$|\/testing\/|^tools\//

const RULES: readonly TextRule[] = [
  {
    pattern: /(?:^|[\s'"`(=])\/(?:work|root|home|Users)\/[\w.-]+/,
    say: 'A path of somebody’s machine.',
    except: /^(corpus\/|engine\/.*samples\/)|\.test\.ts$/,
  },
  {
    pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----|\b(?:ghp|gho|AKIA)[A-Za-z0-9]{16,}/,
    say: 'This looks like a secret.',
  },
  {
    pattern: /\b(?:TODO|FIXME|XXX)\b/,
    say: 'Decide it or write a decision record.',
    about: SOURCES,
    except: /^tools\/tidy\//,
  },
  {
    pattern: /@ts-(?:ignore|nocheck|expect-error)/,
    say: 'The compiler is right.',
    about: SOURCES,
    except: /^tools\/tidy\//,
  },
  {
    pattern: /(?::|\bas|<)\s*any\b(?!\w)(?=[\s,;)>[\]=|&]|$)/m,
    say: 'No any.',
    about: SOURCES,
    except: /^tools\/tidy\//,
  },
  {
    pattern: /\b(?:Date\.now|Math\.random)\s*\(|new Date\(\s*\)/,
    say: 'Time and chance are passed in.',
    about: /^(engine|exchange|reports)\/.*\.ts$/,
    except: TESTS,
  },
  {
    // Parsers of form uploads stopped whole services (CVE-2025-48997, CVE-2026-19481, CVE-2026-19484).
    pattern: /\.(?:formData|parseBody)\(|\b(?:busboy|multer|formidable)\b/,
    say: 'An upload is its bytes; nothing here reads multipart bodies.',
    about: /^(hub|cli)\/.*\.ts$/,
  },
  {
    pattern: /\bsql`/,
    say: 'SQL stands in *.queries.ts, in migrations and in the database folder.',
    about: /^(hub|cli)\/.*\.ts$/,
    except: /\.queries\.ts$|^hub\/src\/database\/|\.test\.ts$|\/testing\//,
  },
]

const BANNED_NAMES = /^(utils?|helpers?|misc|shared|core|manager|service)$/
/** The words everything else in the contract is made of. */
const COMMON_ALLOWED = 'contract/src/common.ts'
const TEXT_FILES = new Set([
  '.ts',
  '.tsx',
  '.sql',
  '.md',
  '.json',
  '.css',
  '.html',
  '.txt',
  '.js',
  '.toml',
  '',
])

export function checkTexts(files: readonly string[]): Untidy[] {
  return files
    .filter((path) => TEXT_FILES.has(extname(path)) && path !== 'package-lock.json')
    .flatMap((path) =>
      RULES.filter((rule) => isBroken(rule, path)).map(({ say }) => ({ place: path, say })),
    )
}

function isBroken({ pattern, about, except }: TextRule, path: string): boolean {
  if (about?.test(path) === false || except?.test(path) === true) return false
  const match = pattern.exec(readText(path))
  return match !== null
}

/** Names that say nothing of what is inside. */
export function checkNames(sources: readonly string[]): Untidy[] {
  return sources
    .filter((path) => {
      const name = basename(path).split('.')[0] ?? ''
      return BANNED_NAMES.test(name) || (name === 'common' && path !== COMMON_ALLOWED)
    })
    .map((place) => ({ place, say: 'A file is named after its subject.' }))
}

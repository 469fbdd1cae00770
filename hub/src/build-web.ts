import { execFile } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const run = promisify(execFile)

/** Bundles the web interface when it was never bundled or its sources are newer. Does nothing without the bundler. */
export async function buildWebWhenStale(): Promise<void> {
  const built = statSync(join(ROOT, 'web/dist/index.html'), { throwIfNoEntry: false })
  const newest = Math.max(newestChange('web/src'), newestChange('contract/src'))
  if (built !== undefined && built.mtimeMs > newest) return
  const bundler = findBundler()
  if (bundler === undefined) return
  try {
    // Whatever environment the hub was started in: a bundle for development is slower and talks to the console.
    const env = { ...process.env, NODE_ENV: 'production' }
    const words = [bundler, 'build', 'web', '--logLevel', 'error']
    await run(process.execPath, words, { cwd: ROOT, env })
  } catch (error) {
    // An older bundle still serves; without any there is nothing to show.
    if (built === undefined) throw error
  }
}

function newestChange(folder: string): number {
  const path = join(ROOT, folder)
  if (!existsSync(path)) return 0
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (newest, entry) => Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs),
      0,
    )
}

function findBundler(): string | undefined {
  try {
    const manifest = createRequire(join(ROOT, 'web/')).resolve('vite/package.json')
    return join(dirname(manifest), 'bin/vite.js')
  } catch {
    return undefined
  }
}

import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Every file below a folder that holds one of these words in the clear or in a form anybody can undo, and which. */
export async function findCanaries(
  folder: string,
  words: readonly string[],
): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = await readFile(path).catch(() => Buffer.alloc(0))
    const name = relative(folder, path)
    for (const word of words) {
      if (name.includes(word) || holds(bytes, word)) found.push(`${name}: ${word}`)
    }
  }
  return found
}

/** As it is, as Windows writes it, in hexadecimal, and in Base64 wherever in a group of three it begins. */
export function holds(bytes: Buffer, word: string): boolean {
  const plain = Buffer.from(word)
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), plain]).toString('base64')
    // The first and last letters depend on the neighbours.
    return text.slice(shift === 0 ? 0 : 4, -4)
  })
  const forms = [plain, Buffer.from(word, 'utf16le'), plain.toString('hex'), ...base64]
  return forms.some((form) => bytes.includes(form))
}

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** WebAssembly of installed packages: the package's entry, and the file as seen from there. */
const FILES = {
  '7z': ['7z-wasm', './7zz.wasm'],
  barcodes: ['zxing-wasm/reader/zxing_reader.wasm', ''],
  yara: ['@virustotal/yara-x', './yara_x_js_bg.wasm'],
} as const

/**
 * The WebAssembly of a library. Libraries left to themselves fetch theirs from the network. This is
 * the engine's only reading of a disk: part of the program, named here, never a path from outside.
 */
export async function loadWasm(name: keyof typeof FILES): Promise<Uint8Array<ArrayBuffer>> {
  const [entry, file] = FILES[name]
  const found = pathToFileURL(createRequire(import.meta.url).resolve(entry))
  return new Uint8Array(await readFile(new URL(file, found)))
}

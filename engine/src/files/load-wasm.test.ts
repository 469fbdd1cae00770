import { expect, test } from 'vitest'
import { loadWasm } from './load-wasm.ts'

test.each(['7z', 'barcodes', 'yara'] as const)('the WebAssembly of %s is found', async (name) => {
  const bytes = await loadWasm(name)
  expect(Buffer.from(bytes.subarray(0, 4)).toString('latin1')).toBe('\0asm')
})

import type { ReaderOptions, ReadResult } from 'zxing-wasm/reader'
import { loadWasm } from '../load-wasm.ts'

/** Upside down, mirrored in brightness, small or many: attackers vary all of it to pass scanners. */
const OPTIONS: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: 50,
}

type Decode = (bytes: Uint8Array) => Promise<ReadResult[]>
let loading: Promise<Decode> | undefined

/** Texts of the QR codes in a picture; undefined when the picture itself cannot be decoded. */
export async function readCodes(bytes: Uint8Array): Promise<readonly string[] | undefined> {
  loading ??= loadDecoder()
  const results = await (await loading)(bytes)
  // An unreadable picture comes as one result without a text and with an error.
  if (results.some(({ isValid, text }) => !isValid && text === '')) return undefined
  return [...new Set(results.map(({ text }) => text.trim()).filter((text) => text !== ''))]
}

/** Loaded with the first picture, from the package: left to itself the library fetches its code. */
async function loadDecoder(): Promise<Decode> {
  const [{ prepareZXingModule, readBarcodes }, wasm] = await Promise.all([
    import('zxing-wasm/reader'),
    loadWasm('barcodes'),
  ])
  await prepareZXingModule({ overrides: { wasmBinary: wasm.buffer }, fireImmediately: true })
  return (bytes) => readBarcodes(bytes, OPTIONS)
}

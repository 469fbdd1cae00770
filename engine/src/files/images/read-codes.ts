import type { ReaderOptions, ReadResult } from 'zxing-wasm/reader'
import { loadWasm } from '../load-wasm.ts'
import { isStepCounter, meterLoops, STEPS_LEFT, type StepCounter } from '../wasm/meter-loops.ts'

/** Upside down, mirrored in brightness, small or many: attackers vary all of it to pass scanners. */
const OPTIONS: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: 50,
}

interface Decoder {
  decode(bytes: Uint8Array): Promise<ReadResult[]>
  /** Rounds of loops that may still be made. */
  readonly steps: StepCounter
}

export interface CodeSearch {
  /** Texts of the codes; undefined when the picture itself cannot be decoded. */
  readonly texts?: readonly string[]
  readonly stepsTaken: number
  /** The search was given up because it would have taken more steps. */
  readonly isCut: boolean
}

let loading: Promise<Decoder> | undefined

/** Texts of the QR codes in a picture, as far as the steps reach. */
export async function readCodes(bytes: Uint8Array, stepsMax: number): Promise<CodeSearch> {
  loading ??= loadDecoder()
  const { decode, steps } = await loading
  steps.value = Math.floor(stepsMax)
  let results: ReadResult[]
  try {
    results = await decode(bytes)
  } catch {
    // Stopped in the middle, its memory is of no more use.
    loading = undefined
    const isCut = steps.value <= 0
    return { stepsTaken: stepsMax - Math.max(0, steps.value), isCut }
  }
  const stepsTaken = stepsMax - steps.value
  // An unreadable picture comes as one result without a text and with an error.
  if (results.some(({ isValid, text }) => !isValid && text === ''))
    return { stepsTaken, isCut: false }
  const texts = results.map(({ text }) => text.trim()).filter((text) => text !== '')
  return { texts: [...new Set(texts)], stepsTaken, isCut: false }
}

let compiling: Promise<WebAssembly.Module> | undefined

async function compileMetered(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(meterLoops(await loadWasm('barcodes')))
}

/** Loaded with the first picture, from the package: left to itself the library fetches its code. */
async function loadDecoder(): Promise<Decoder> {
  compiling ??= compileMetered()
  const [{ prepareZXingModule, purgeZXingModule, readBarcodes }, compiled] = await Promise.all([
    import('zxing-wasm/reader'),
    compiling,
  ])
  let steps: unknown
  purgeZXingModule()
  await prepareZXingModule({
    overrides: {
      async instantiateWasm(
        imports: WebAssembly.Imports,
        take: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
      ) {
        const instance = await WebAssembly.instantiate(compiled, imports)
        steps = instance.exports[STEPS_LEFT]
        take(instance, compiled)
      },
    },
    fireImmediately: true,
  })
  if (!isStepCounter(steps)) throw new Error('the decoder counts no steps')
  return { decode: (bytes) => readBarcodes(bytes, OPTIONS), steps }
}

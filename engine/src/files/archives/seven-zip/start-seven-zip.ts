import { limits } from '../../../limits.ts'
import { loadWasm } from '../../load-wasm.ts'
import { captureFiles, type CapturedFile, type MemoryFiles } from './capture-files.ts'

/** One run of the program: what it printed, and how it ended. */
export interface SevenZipRun {
  /** 0 is success, 1 a warning, 2 and above a failure; undefined when it was stopped. */
  readonly code: number | undefined
  readonly lines: readonly string[]
  readonly errors: readonly string[]
}

/** 7-Zip with one archive before it, in a memory of its own. */
export interface SevenZip {
  run(...options: readonly string[]): SevenZipRun
  /** Where the files go that the next runs make; see `captureFiles`. */
  onFile: (name: string) => CapturedFile
}

interface Program {
  readonly FS: MemoryFiles
  callMain(options: string[]): number
}

type StartProgram = (options: Record<string, unknown>) => Promise<Program>

const ARCHIVE = 'archive'
/** Lines kept of one run; a listing has some twenty for each member. */
const LINES_MAX = limits.archiveMembersMax * 40

let loading: Promise<{ start: StartProgram; compiled: WebAssembly.Module }> | undefined

/** The library and its WebAssembly, loaded when the first such archive comes. */
async function loadProgram(): Promise<{ start: StartProgram; compiled: WebAssembly.Module }> {
  const { default: library } = await import('7z-wasm')
  const compiled = await WebAssembly.compile(await loadWasm('7z'))
  return { start: library as unknown as StartProgram, compiled }
}

/**
 * Starts a fresh program for one archive: what one archive does to its memory never meets another.
 * Nothing in it reaches a disk, a network or a terminal.
 */
export async function startSevenZip(archive: Uint8Array): Promise<SevenZip> {
  loading ??= loadProgram()
  const { start, compiled } = await loading
  let lines: string[] = []
  let errors: string[] = []
  const program = await start({
    noExitRuntime: true,
    stdin: () => null,
    print: (line: string) => {
      // What would be listed behind this is beyond the members that are opened.
      if (lines.length >= LINES_MAX) throw new Error('enough is listed')
      lines.push(line)
    },
    printErr: (line: string) => errors.length < LINES_MAX && errors.push(line),
    async instantiateWasm(
      imports: WebAssembly.Imports,
      take: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ) {
      const instance = await WebAssembly.instantiate(compiled, imports)
      boundMemory(instance)
      take(instance, compiled)
    },
  })
  program.FS.createDataFile('/', ARCHIVE, archive, true, false, true)
  const sevenZip: SevenZip = {
    onFile: () => ({ write: () => undefined }),
    run: (command = '', ...options) => {
      lines = []
      errors = []
      const code = runProgram(program, [command, '-bsp0', ...options, '--', `/${ARCHIVE}`])
      return { code, lines, errors }
    },
  }
  captureFiles(program.FS, (name) => sevenZip.onFile(name))
  return sevenZip
}

/** The program leaves by a throw when it meets what it cannot handle, or is stopped by us. */
function runProgram(program: Program, options: string[]): number | undefined {
  // Emscripten ends the whole of Node with the exit code of each run unless it is taken back.
  const { exitCode } = process
  try {
    return program.callMain(options)
  } catch {
    return undefined
  } finally {
    process.exitCode = exitCode
  }
}

const PAGE_BYTES = 65_536

/**
 * An archive of 1 kB can ask for a dictionary of 4 GB. The memory of WebAssembly is not under the
 * thread's limit, so growing it is refused here, which the program meets as "not enough memory".
 */
function boundMemory({ exports }: WebAssembly.Instance): void {
  const { memory } = exports
  if (!(memory instanceof WebAssembly.Memory)) return
  const grow = memory.grow.bind(memory)
  memory.grow = (pages) => {
    const wanted = memory.buffer.byteLength + pages * PAGE_BYTES
    if (wanted > limits.unpackMemoryBytesMax) throw new RangeError('over the memory of one archive')
    return grow(pages)
  }
}

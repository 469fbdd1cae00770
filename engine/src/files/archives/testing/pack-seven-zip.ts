import type { StoredFile } from './stored-rar.ts'

interface Program {
  readonly FS: {
    writeFile(path: string, bytes: Uint8Array): void
    readFile(path: string): Uint8Array
  }
  callMain(options: string[]): number
}

/** An archive made by 7-Zip itself, for the formats that it writes. */
export async function packWithSevenZip(
  files: readonly StoredFile[],
  ...options: readonly string[]
): Promise<Buffer> {
  const { default: library } = await import('7z-wasm')
  const start = library as unknown as (options: object) => Promise<Program>
  const silent = () => undefined
  const program = await start({ noExitRuntime: true, print: silent, printErr: silent })
  const paths = files.map(({ name, content }) => {
    program.FS.writeFile(`/${name.toString()}`, content)
    return `/${name.toString()}`
  })
  const made = '/packed.bin'
  const { exitCode } = process
  program.callMain(['a', ...options, made, ...paths])
  process.exitCode = exitCode
  return Buffer.from(program.FS.readFile(made))
}

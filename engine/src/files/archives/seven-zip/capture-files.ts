/** Takes the bytes of one file that a program makes. */
export interface CapturedFile {
  /** Takes a chunk; throws when the program shall stop. */
  write(chunk: Uint8Array): void
}

/** The part of Emscripten's file system in memory that is used here. */
export interface MemoryFiles {
  createDataFile(
    folder: string,
    name: string,
    bytes: Uint8Array,
    canRead: boolean,
    canWrite: boolean,
    canOwn: boolean,
  ): void
  open(path: string, flags: string): FileStream
  close(stream: FileStream): void
  isFile(mode: number): boolean
}

interface FileNode {
  readonly parent: FileNode
  readonly node_ops: FolderOperations
  usedBytes: number
}

interface FileStream {
  readonly node: FileNode
  readonly stream_ops: FileOperations
}

interface FolderOperations {
  mknod(folder: FileNode, name: string, mode: number, device: number): FileNode
  setattr(node: FileNode, attributes: { size?: number }): void
}

interface FileOperations {
  write(
    stream: FileStream,
    memory: Int8Array,
    offset: number,
    length: number,
    position: number,
  ): number
}

/**
 * Has every file that the program makes from now on written into our hands instead of its memory:
 * bytes are counted as they come, and a stated size makes nobody reserve it beforehand.
 */
export function captureFiles(files: MemoryFiles, toFile: (name: string) => CapturedFile): void {
  const probe = files.open('/probe', 'w')
  const captured = new Map<FileNode, CapturedFile>()
  // Emscripten keeps one table of operations for all files and one for all folders.
  captureNames(files, probe.node.parent.node_ops, (node, name) => captured.set(node, toFile(name)))
  captureBytes(probe.stream_ops, captured)
  captureSizes(probe.node.node_ops)
  files.close(probe)
}

function captureNames(
  files: MemoryFiles,
  folder: FolderOperations,
  take: (node: FileNode, name: string) => void,
): void {
  const make = folder.mknod
  folder.mknod = (parent, name, mode, device) => {
    const node = make(parent, name, mode, device)
    if (files.isFile(mode)) take(node, name)
    return node
  }
}

function captureBytes(operations: FileOperations, captured: Map<FileNode, CapturedFile>): void {
  operations.write = ({ node }, memory, offset, length, position) => {
    const file = captured.get(node)
    // Holes of sparse files are zeros; a file is never written backwards.
    if (position > node.usedBytes) writeZeros(file, position - node.usedBytes)
    file?.write(new Uint8Array(memory.buffer, memory.byteOffset + offset, length).slice())
    node.usedBytes = Math.max(node.usedBytes, position + length)
    return length
  }
}

const ZEROS = new Uint8Array(65_536)

function writeZeros(file: CapturedFile | undefined, count: number): void {
  for (let left = count; left > 0; left -= ZEROS.length) {
    file?.write(ZEROS.subarray(0, Math.min(left, ZEROS.length)))
  }
}

function captureSizes(operations: FolderOperations): void {
  operations.setattr = () => undefined
}

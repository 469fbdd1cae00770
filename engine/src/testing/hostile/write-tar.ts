const BLOCK_BYTES = 512

/** A tar of these files (POSIX.1-1988), with checksums. */
export function writeTar(files: readonly (readonly [string, Uint8Array])[]): Buffer {
  const blocks = files.flatMap(([name, content]) => {
    const header = Buffer.alloc(BLOCK_BYTES)
    header.write(name)
    header.write(content.length.toString(8).padStart(11, '0'), 124)
    header.write(`${' '.repeat(8)}0`, 148)
    header.write('ustar\x0000', 257)
    const sum = header.reduce((total, byte) => total + byte, 0)
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    const padding = (BLOCK_BYTES - (content.length % BLOCK_BYTES)) % BLOCK_BYTES
    return [header, content, Buffer.alloc(padding)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK_BYTES)])
}

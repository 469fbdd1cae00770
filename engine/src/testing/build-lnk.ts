export interface LnkToBuild {
  readonly environmentTarget?: string
  readonly localPath?: string
  readonly arguments?: string
  readonly icon?: string
  readonly machine?: string
  readonly appended?: Uint8Array
}

/** A shortcut as [MS-SHLLINK] lays it out: header, LinkInfo, StringData, ExtraData. */
export function buildLnk(wanted: LnkToBuild): Uint8Array {
  const header = Buffer.alloc(76)
  header.writeUInt32LE(0x4c, 0)
  Buffer.from('0114020000000000c000000000000046', 'hex').copy(header, 4)
  const flags =
    0x80 |
    (wanted.localPath === undefined ? 0 : 2) |
    (wanted.arguments === undefined ? 0 : 32) |
    (wanted.icon === undefined ? 0 : 64)
  header.writeUInt32LE(flags, 20)
  // 2020-04-22T01:11:00Z as FILETIME.
  header.writeBigUInt64LE(132_319_914_600_000_000n, 28)
  header.writeUInt32LE(7, 60)
  return Buffer.concat([
    header,
    ...(wanted.localPath === undefined ? [] : [toLinkInfo(wanted.localPath)]),
    ...[wanted.arguments, wanted.icon].flatMap((text) =>
      text === undefined ? [] : [toText(text)],
    ),
    ...(wanted.environmentTarget === undefined ? [] : [toEnvironment(wanted.environmentTarget)]),
    ...(wanted.machine === undefined ? [] : [toTracker(wanted.machine)]),
    Buffer.alloc(4),
    wanted.appended ?? Buffer.alloc(0),
  ])
}

function toLinkInfo(path: string): Buffer {
  const info = Buffer.alloc(0x1c + 16 + path.length + 2)
  info.writeUInt32LE(info.length, 0)
  info.writeUInt32LE(0x1c, 4)
  info.writeUInt32LE(1, 8)
  info.writeUInt32LE(0x1c, 12)
  info.writeUInt32LE(0x1c + 16, 16)
  info.writeUInt32LE(info.length - 1, 24)
  info.write(path, 0x1c + 16, 'latin1')
  return info
}

function toText(text: string): Buffer {
  const count = Buffer.alloc(2)
  count.writeUInt16LE(text.length)
  return Buffer.concat([count, Buffer.from(text, 'utf16le')])
}

function toEnvironment(path: string): Buffer {
  const block = Buffer.alloc(0x314)
  block.writeUInt32LE(0x314, 0)
  block.writeUInt32LE(0xa0000001, 4)
  block.write(path, 8, 'latin1')
  block.write(path, 268, 'utf16le')
  return block
}

function toTracker(machine: string): Buffer {
  const block = Buffer.alloc(0x60)
  block.writeUInt32LE(0x60, 0)
  block.writeUInt32LE(0xa0000003, 4)
  block.writeUInt32LE(0x58, 8)
  block.write(machine, 16, 'latin1')
  // Version 1 identifier whose node is 00:00:5e:00:53:af, an address for documentation (RFC 7042).
  Buffer.from('000000000000001180000000' + '5e0053af', 'hex').copy(block, 48)
  return block
}

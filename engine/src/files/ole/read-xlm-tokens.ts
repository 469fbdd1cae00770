/** Functions of macro sheets by number that reach outside or start something (MS-XLS §2.5.198.17). */
const FUNCTIONS: ReadonlyMap<number, string> = new Map([
  [17, 'RUN'],
  [53, 'GOTO'],
  [54, 'HALT'],
  [108, 'SET.VALUE'],
  [110, 'EXEC'],
  [111, 'CHAR'],
  [132, 'FOPEN'],
  [133, 'FCLOSE'],
  [136, 'FREAD'],
  [137, 'FWRITELN'],
  [138, 'FWRITE'],
  [149, 'REGISTER'],
  [150, 'CALL'],
  [186, 'GET.WORKSPACE'],
  [267, 'REGISTER.ID'],
])
/** Commands carry the high bit. */
const COMMANDS: ReadonlyMap<number, string> = new Map([
  [0x8000 + 96, 'FORMULA'],
  [0x8000 + 118, 'ALERT'],
])

/** Bytes behind each token, its class bits taken away; those not here vary or end the reading. */
const SIZES: ReadonlyMap<number, number> = new Map([
  [0x01, 4],
  [0x02, 4],
  [0x1c, 1],
  [0x1d, 1],
  [0x1e, 2],
  [0x1f, 8],
  [0x20, 7],
  [0x23, 4],
  [0x24, 4],
  [0x25, 8],
  [0x26, 6],
  [0x27, 6],
  [0x28, 6],
  [0x29, 2],
  [0x2a, 4],
  [0x2b, 8],
  [0x2c, 4],
  [0x2d, 8],
  [0x2e, 2],
  [0x39, 6],
  [0x3a, 6],
  [0x3b, 10],
  [0x3c, 6],
  [0x3d, 10],
])
const [STRING, ATTRIBUTE, FIXED, VARIABLE] = [0x17, 0x19, 0x21, 0x22]

/** Functions and strings of a parsed formula, written one after the other: `EXEC "cmd.exe"`. */
export function readXlmTokens(formula: Buffer): string {
  const words: string[] = []
  const names: string[] = []
  for (let at = 0; at < formula.length; ) {
    const token = toBase(formula[at] ?? 0)
    const rest = formula.subarray(at + 1)
    if (token === STRING) {
      const { text, size } = readString(rest)
      words.push(`"${text}"`)
      at += 1 + size
    } else if (token === ATTRIBUTE) at += 1 + toAttributeSize(rest)
    else if (token === FIXED && rest.length >= 2) {
      addName(names, rest.readUInt16LE(0))
      at += 3
    } else if (token === VARIABLE && rest.length >= 3) {
      addName(names, rest.readUInt16LE(1))
      at += 4
    } else if (token >= 0x03 && token <= 0x16) at += 1
    else {
      const size = SIZES.get(token)
      if (size === undefined) break
      at += 1 + size
    }
  }
  return names.length === 0 ? '' : `${names.join(' ')}(${words.join(', ')})`
}

/** Operands exist in three classes that differ in bits 5 and 6 only. */
function toBase(token: number): number {
  return token >= 0x40 ? (token & 0x1f) | 0x20 : token
}

function addName(names: string[], index: number): void {
  const name = index >= 0x8000 ? COMMANDS.get(index) : FUNCTIONS.get(index & 0x7fff)
  if (name !== undefined) names.push(name)
}

function readString(bytes: Buffer): { text: string; size: number } {
  const chars = bytes[0] ?? 0
  const isWide = ((bytes[1] ?? 0) & 1) !== 0
  const size = 2 + chars * (isWide ? 2 : 1)
  return { text: bytes.toString(isWide ? 'utf16le' : 'latin1', 2, size), size }
}

/** PtgAttrChoose carries a table of jumps; the others a word. */
function toAttributeSize(bytes: Buffer): number {
  const isChoose = ((bytes[0] ?? 0) & 4) !== 0 && bytes.length >= 3
  return 3 + (isChoose ? (bytes.readUInt16LE(1) + 1) * 2 : 0)
}

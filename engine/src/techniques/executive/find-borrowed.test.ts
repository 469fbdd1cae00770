import { expect, test } from 'vitest'
import { parseMessage } from '../../evidence/parse-message.ts'
import { buildRegister } from '../../register/build-register.ts'
import { findBorrowedName } from './find-borrowed.ts'

const register = buildRegister({
  organisations: [
    {
      name: '北浜精機株式会社',
      aliases: [],
      domains: ['kitahama-seiki.co.example'],
      people: [
        {
          name: '佐伯 隆',
          aliases: ['Takashi Saeki'],
          addresses: ['t.saeki@kitahama-seiki.co.example'],
          isExecutive: true,
        },
        { name: '大野 翔子', aliases: ['Shoko Ohno'], addresses: [], isExecutive: true },
        { name: '三輪 由美', aliases: ['Yumi Miwa'], addresses: [], isExecutive: false },
      ],
      partners: [],
      urlServices: [],
    },
  ],
})

test.each([
  ['佐伯 隆 <a@b.test>', 'full'],
  ['佐伯隆（社長） <a@b.test>', 'full'],
  ['代表取締役　佐伯　隆 <a@b.test>', 'full'],
  ['Takashi Saeki <a@b.test>', 'full'],
  ['"SAEKI, Takashi" <a@b.test>', 'full'],
  ['Mr. Saeki Takashi <a@b.test>', 'full'],
  ['T.Saeki <a@b.test>', 'initial'],
  ['Saeki T. (CEO) <a@b.test>', 'initial'],
  ['佐伯社長 <a@b.test>', 'title'],
  ['takashi.saeki@b.test', 'address'],
  // Romanisations of one name: long vowels, Hepburn and Kunrei.
  ['Shōko Ōno <a@b.test>', 'full'],
  ['Syouko Oono <a@b.test>', 'full'],
  ['Takashi Saeki <t.saeki@kitahama-seiki.co.example>', undefined],
  ['Takashi Saeki <x@mail.kitahama-seiki.co.example>', undefined],
  ['佐伯 美咲 <a@b.test>', undefined],
  ['佐伯 隆志 <a@b.test>', 'full'],
  ['Saeki <a@b.test>', undefined],
  ['佐伯工業 社長室 <a@b.test>', undefined],
  ['Takashi Ono <a@b.test>', undefined],
  ['三輪 由美 <a@b.test>', undefined],
  ['K. Saeki <a@b.test>', undefined],
])('%s: %s', (from, how) => {
  const { from: sender } = parseMessage(Buffer.from(`From: ${from}\r\n\r\n`))
  if (sender === undefined) throw new Error('no sender')
  expect(findBorrowedName(sender, register)?.how).toBe(how)
})

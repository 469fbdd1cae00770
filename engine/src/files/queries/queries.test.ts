import { expect, test } from 'vitest'
import { startBudget } from '../archives/archive-member.ts'
import { queries } from './reader.ts'

async function readKinds(text: string, type: string, fileName: string): Promise<string[]> {
  const bytes = Buffer.from(text)
  const file = { bytes, type, fileName, passwords: [], budget: startBudget(1_000_000) }
  const { signs = [] } = await queries.read(file)
  return signs.map(({ kind }) => kind)
}

test.each([
  [
    'a web query',
    'WEB\r\n1\r\nhttps://sheet.example/q.dat\r\n',
    'text/x-ms-iqy',
    'a.iqy',
    ['web-query'],
  ],
  [
    'a macro in SYLK',
    'ID;P\r\nNN;NAuto_open;ER101C1\r\nC;X1;Y101;EEXEC("calc")\r\nE\r\n',
    'application/x-sylk',
    'a.slk',
    ['xlm-macro', 'xlm-macro'],
  ],
  [
    'a command in SYLK',
    "ID;P\r\nC;X1;Y1;Ecmd|'/c calc'!A1\r\n",
    'application/x-sylk',
    'a.slk',
    ['dde'],
  ],
  [
    'an ordinary SYLK table',
    'ID;PWXL;N;E\r\nC;X1;Y1;K"total"\r\nC;X1;Y2;ESUM(R1C1:R1C1)\r\nE\r\n',
    'application/x-sylk',
    'a.slk',
    [],
  ],
  [
    'a command in a table',
    'name,amount\r\n"=cmd|\'/c calc\'!A0",1\r\n',
    'text/plain',
    'list.csv',
    ['dde'],
  ],
  [
    'a table of signed figures',
    'day,change\r\n1,-5\r\n2,+8\r\n3,=A1+A2\r\n',
    'text/plain',
    'list.csv',
    [],
  ],
  [
    'a table that mentions cmd',
    'command,meaning\r\ncmd,opens a window | old\r\n',
    'text/plain',
    'list.csv',
    [],
  ],
])('%s is told by its signs', async (_name, text, type, fileName, kinds) => {
  expect(await readKinds(text, type, fileName)).toEqual(kinds)
})

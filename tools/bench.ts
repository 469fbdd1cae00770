import { figures } from './bench/print-figures.ts'
import { measureRow } from './bench/measure.ts'
import { readMails } from './bench/read-mails.ts'
import { renderTable } from './bench/render-table.ts'
import { rows } from './bench/rows.ts'

/**
 * `npm run bench -- FOLDER [ROW]` measures the hot paths on the mails of a folder, beside what a
 * user would run instead, in one process and one run, and prints the ratios.
 */
const [folder, wanted = ''] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('npm run bench -- FOLDER [ROW]   (FOLDER holds .eml files)\n')
  process.exitCode = 2
} else {
  const mails = readMails(folder)
  const megabytes = mails.reduce((sum, mail) => sum + mail.length, 0) / 1e6
  process.stdout.write(
    `${mails.length} mails, ${megabytes.toFixed(1)} MB, Node ${process.version}\n\n`,
  )
  for (const row of rows) {
    if (!row.name.toLowerCase().includes(wanted.toLowerCase())) continue
    process.stdout.write(`${renderTable(row, await measureRow(row, mails))}\n`)
  }
  for (const { name, print } of figures)
    if (name.toLowerCase().includes(wanted.toLowerCase()))
      process.stdout.write(`${await print(mails)}\n`)
}

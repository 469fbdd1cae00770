import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { logTechniques, techniques } from 'engine'
import { renderTechniquePage } from './technique-page.ts'

/** Writes docs/techniques anew from the detectors; run it after changing one. */
const folder = new URL('../docs/techniques/', import.meta.url)

mkdirSync(folder, { recursive: true })
for (const file of readdirSync(folder)) if (file.endsWith('.md')) rmSync(new URL(file, folder))
for (const one of [...techniques, ...logTechniques])
  writeFileSync(new URL(`${one.id}.md`, folder), renderTechniquePage(one))

import { parseArgs } from 'node:util'
import { compileRules } from 'engine'
import { HOSTILE_SHAPES } from 'engine/testing'
import { buildLargeRegister } from './bench/hostile/ten-thousand-names.ts'
import { measureShape, type ShapeFigures } from './bench/hostile/measure-shape.ts'
import { renderFigures } from './bench/hostile/render-figures.ts'

/**
 * `node tools/hostile.ts [NAME] [--bytes N]` builds every shape of hostile input (or those whose name
 * holds NAME), up to N bytes of each, reads it as the hub does with ten thousand names and some rules,
 * and says what it took, slowest first.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { bytes: { type: 'string', default: '1000000' } },
})
const [wanted = ''] = positionals
const shapes = HOSTILE_SHAPES.filter(({ name }) => name.includes(wanted))

const RULE = `rule Drop { strings: $a = "WScript.Shell" nocase $b = /https?:\\/\\/[a-z0-9.]{4,40}\\/[a-z]{1,8}\\.exe/
  condition: $a or $b }`

const register = buildLargeRegister()
const { rules } = await compileRules([{ id: 'one', text: RULE }])
const figures: ShapeFigures[] = []
for (const shape of shapes) {
  const one = await measureShape(shape, Number(values.bytes), { register, rules })
  process.stderr.write(`${one.cpuSeconds.toFixed(2).padStart(7)} s  ${one.name}\n`)
  figures.push(one)
}
process.stdout.write(`${renderFigures(figures)}\n`)

import { expect, test } from 'vitest'
import { layOutStructure } from './lay-out-structure.ts'
import { renderStructure } from './render-structure.ts'
import { breakLine } from './svg-text.ts'

const hubName = { ja: '情報ハブ', en: 'Information hub' }
const sig = (index: number) => ({
  kind: 'sig' as const,
  name: { ja: `第${index}業界SIG`, en: `Industry ${index} special interest group` },
  organisationCount: index,
  constituentCount: 0,
})
const framework = {
  kind: 'framework' as const,
  name: { ja: '医療業界情報連携体制', en: 'Medical coordination framework' },
  organisationCount: 4,
  constituentCount: 5500,
}

test.each([0, 1, 4, 13, 33])(
  '%i SIGs and 2 frameworks fit without touching each other',
  (count) => {
    const groups = [
      ...Array.from({ length: count }, (_, index) => sig(index)),
      framework,
      framework,
    ]
    const { cards, hub, width, height } = layOutStructure(groups)
    const boxes = [hub, ...cards.map(({ box }) => box)]
    expect(boxes).toHaveLength(count + 3)
    for (const [index, box] of boxes.entries()) {
      expect(box.x >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true)
      for (const other of boxes.slice(index + 1)) {
        const apart =
          box.x + box.width <= other.x ||
          other.x + other.width <= box.x ||
          box.y + box.height <= other.y ||
          other.y + other.height <= box.y
        expect(apart).toBe(true)
      }
    }
  },
)

test('the description says what the drawing shows, in both languages', () => {
  const figure = { asOf: '2020-03-31', hubName, groups: [sig(7), sig(42), framework] }
  expect(renderStructure(figure, 'ja')).toContain('2 SIG・延べ49組織＋1情報連携体制')
  expect(renderStructure(figure, 'ja')).toContain('4団体・会員 約5,500')
  expect(renderStructure(figure, 'en')).toContain('49 memberships')
})

test('a group name cannot bring markup, script or a stray control character', () => {
  const name = '<script>x</script>"&\u0001'
  const hostile = { ...sig(1), name: { ja: name, en: name } }
  const svg = renderStructure({ asOf: '2020-03-31', hubName, groups: [hostile] }, 'ja')
  expect(svg).not.toMatch(/<script|\u0001/)
  expect(svg).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/)
})

test.each([
  ['電力業界SIG', 140, ['電力業界SIG']],
  ['Electric power SIG', 80, ['Electric', 'power SIG']],
  ['Resource development coordination framework of all', 90, ['Resource', 'developmen…']],
])('%s in %i units', (text, width, lines) => {
  expect(breakLine(text, width)).toEqual(lines)
})

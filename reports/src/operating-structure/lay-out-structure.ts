import type { StructureFigure } from './structure-figure.ts'

type Group = StructureFigure['groups'][number]

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface CardBox {
  readonly box: Box
  readonly group: Group
}
export interface StructureLayout {
  readonly width: number
  readonly height: number
  readonly hub: Box
  readonly cards: readonly CardBox[]
  /** Vertical lines behind the cards: every card of a column hangs on one. */
  readonly wires: readonly { readonly x: number; readonly fromY: number; readonly toY: number }[]
}

/** Lengths in user units, one of which is a pixel at full width. */
const WIDTH = 960
const MARGIN = 16
const GAP = 12
const CARD_HEIGHT = 66
const HUB_HEIGHT = 64
/** Room in which the wires are seen between the hub and the nearest cards. */
const WIRE_GAP = 28

/** Places the hub in the middle, SIGs in rows above and frameworks in rows below. */
export function layOutStructure(groups: readonly Group[]): StructureLayout {
  const above = groups.filter(({ kind }) => kind === 'sig')
  const below = groups.filter(({ kind }) => kind === 'framework')
  const aboveHeight = heightOf(above.length)
  const hubY = MARGIN + (above.length > 0 ? aboveHeight + WIRE_GAP : 0)
  const hub = { x: MARGIN, y: hubY, width: WIDTH - 2 * MARGIN, height: HUB_HEIGHT }
  const belowY = hubY + HUB_HEIGHT + WIRE_GAP
  const cards = [...placeRows(above, MARGIN), ...placeRows(below, belowY)]
  return {
    width: WIDTH,
    height:
      below.length > 0 ? belowY + heightOf(below.length) + MARGIN : hubY + HUB_HEIGHT + MARGIN,
    hub,
    cards,
    wires: cards.map(({ box }) => {
      const x = box.x + box.width / 2
      return box.y < hubY
        ? { x, fromY: box.y + box.height, toY: hubY }
        : { x, fromY: hubY + HUB_HEIGHT, toY: box.y }
    }),
  }
}

function columnsFor(count: number): number {
  if (count <= 4) return Math.max(1, count)
  return count <= 20 ? 5 : 6
}

function heightOf(count: number): number {
  const rows = Math.ceil(count / columnsFor(count))
  return rows === 0 ? 0 : rows * CARD_HEIGHT + (rows - 1) * GAP
}

function placeRows(groups: readonly Group[], top: number): CardBox[] {
  const columns = columnsFor(groups.length)
  const width = (WIDTH - 2 * MARGIN - (columns - 1) * GAP) / columns
  return groups.map((group, index) => ({
    group,
    box: {
      x: MARGIN + (index % columns) * (width + GAP),
      y: top + Math.floor(index / columns) * (CARD_HEIGHT + GAP),
      width,
      height: CARD_HEIGHT,
    },
  }))
}

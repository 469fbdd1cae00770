import type { Bilingual } from '../bilingual.ts'
import type { LookalikeEdit } from '../techniques/technique.ts'
import type {
  BulletinContent,
  BulletinIndicator,
  BulletinLookalike,
  BulletinTechnique,
} from './bulletin-content.ts'
import { toThirdEnd, toThirdStart } from './third-of-month.ts'
import { toVisibleLine, toVisibleText } from './visible-text.ts'

/**
 * A frozen copy that holds the properties of `BulletinContent` and nothing else. What an editor, a
 * stored draft or a later field adds stays behind, and what was checked cannot change afterwards.
 * Every text is what a reader sees of it: no form can carry what this took out.
 */
export function allowContent(content: BulletinContent): BulletinContent {
  return freeze({
    title: toBilingualLine(content.title),
    summary: {
      ja: content.summary.ja.map(toVisibleText),
      en: content.summary.en.map(toVisibleText),
    },
    classification: toVisibleLine(content.classification),
    arrivedPeriod: toBilingualLine(content.arrivedPeriod),
    techniques: content.techniques.map(toTechnique),
    lookalikes: content.lookalikes.map(toLookalike),
    indicators: content.indicators.map(toIndicator),
    advice: content.advice.map(toBilingual),
    omitted: content.omitted.map(toVisibleLine),
    tlp: content.tlp,
  })
}

const toBilingual = ({ ja, en }: Bilingual): Bilingual => ({
  ja: toVisibleText(ja),
  en: toVisibleText(en),
})

/** What becomes the subject of a notice, or a heading. */
const toBilingualLine = ({ ja, en }: Bilingual): Bilingual => ({
  ja: toVisibleLine(ja),
  en: toVisibleLine(en),
})

const toTechnique = ({ id, title, say, attack }: BulletinTechnique): BulletinTechnique => ({
  id: toVisibleLine(id),
  title: toBilingualLine(title),
  say: toBilingual(say),
  attack: attack.map(toVisibleLine),
})

const toLookalike = ({ genuine, observed, edits }: BulletinLookalike): BulletinLookalike => ({
  genuine: toVisibleLine(genuine),
  observed: toVisibleLine(observed),
  edits: edits.map(toEdit),
})

const toEdit = (edit: LookalikeEdit): LookalikeEdit => {
  const { kind, genuine, genuineAt, observed, observedAt } = edit
  return {
    ...{ kind, genuineAt, observedAt },
    ...{ genuine: toVisibleLine(genuine), observed: toVisibleLine(observed) },
  }
}

const toIndicator = (indicator: BulletinIndicator): BulletinIndicator => {
  const { type, value, context, isPattern, technique, firstOn, lastOn } = indicator
  return {
    ...{ type, value: toVisibleLine(value), context: toVisibleLine(context) },
    ...(isPattern === undefined ? {} : { isPattern }),
    ...(technique === undefined ? {} : { technique: toVisibleLine(technique) }),
    ...(firstOn === undefined ? {} : { firstOn: toThirdStart(firstOn) }),
    ...(lastOn === undefined ? {} : { lastOn: toThirdEnd(lastOn) }),
  }
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) freeze(member)
    Object.freeze(value)
  }
  return value
}

import type { Bilingual } from '../bilingual.ts'
import type { LookalikeEdit } from '../techniques/technique.ts'
import type {
  BulletinContent,
  BulletinIndicator,
  BulletinLookalike,
  BulletinTechnique,
} from './bulletin-content.ts'

/**
 * A frozen copy that holds the properties of `BulletinContent` and nothing else. What an editor, a
 * stored draft or a later field adds stays behind, and what was checked cannot change afterwards.
 */
export function allowContent(content: BulletinContent): BulletinContent {
  return freeze({
    title: toBilingual(content.title),
    summary: { ja: content.summary.ja.map(String), en: content.summary.en.map(String) },
    classification: content.classification,
    arrivedPeriod: toBilingual(content.arrivedPeriod),
    techniques: content.techniques.map(toTechnique),
    lookalikes: content.lookalikes.map(toLookalike),
    indicators: content.indicators.map(toIndicator),
    advice: content.advice.map(toBilingual),
    omitted: content.omitted.map(String),
    tlp: content.tlp,
  })
}

const toBilingual = ({ ja, en }: Bilingual): Bilingual => ({ ja, en })

const toTechnique = ({ id, title, say, attack }: BulletinTechnique): BulletinTechnique => ({
  id,
  title: toBilingual(title),
  say: toBilingual(say),
  attack: attack.map(String),
})

const toLookalike = ({ genuine, observed, edits }: BulletinLookalike): BulletinLookalike => ({
  genuine,
  observed,
  edits: edits.map(toEdit),
})

const toEdit = (edit: LookalikeEdit): LookalikeEdit => {
  const { kind, genuine, genuineAt, observed, observedAt } = edit
  return { kind, genuine, genuineAt, observed, observedAt }
}

const toIndicator = (indicator: BulletinIndicator): BulletinIndicator => {
  const { type, value, context, isPattern, technique, firstOn, lastOn } = indicator
  return {
    ...{ type, value, context },
    ...(isPattern === undefined ? {} : { isPattern }),
    ...(technique === undefined ? {} : { technique }),
    ...(firstOn === undefined ? {} : { firstOn }),
    ...(lastOn === undefined ? {} : { lastOn }),
  }
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) freeze(member)
    Object.freeze(value)
  }
  return value
}

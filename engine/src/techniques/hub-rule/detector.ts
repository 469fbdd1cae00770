import type { Bilingual } from '../../bilingual.ts'
import { defang } from '../../refang.ts'
import type { FileMatch } from '../../yara/scan-artefacts.ts'
import { placeOfArtefact } from '../reading/places.ts'
import { toVisible, toVisibleName } from '../reading/visible-name.ts'
import { defineTechnique, type FindingDraft, type Weight } from '../technique.ts'
import type { Message } from '../../evidence/message.ts'

/** A YARA rule that the hub's own analysts wrote is met. */
export const hubRule = defineTechnique({
  id: 'hub-rule',
  title: { ja: 'ハブのルールに一致', en: 'Rule of the hub' },
  about: {
    ja: 'ハブの分析担当が登録したYARAルールに、メールまたはその中のファイルが一致しました。何を見つけるルールかは、ルールの説明にあります。',
    en: 'The mail or a file in it meets a YARA rule that the hub’s analysts entered. The rule’s own description says what it looks for.',
  },
  attack: [],
  weight: 'medium',
  innocent: [
    {
      ja: 'ルールが広すぎると、無関係なファイルにも一致することがあります。',
      en: 'A rule written too broadly meets unrelated files.',
    },
  ],
  blindSpots: [
    {
      ja: '暗号化されて開けないファイルの中身には、ルールを当てられません。',
      en: 'Rules cannot see into files that stay encrypted.',
    },
  ],
  advice: {
    ja: 'ルールの説明に従って対応し、判断に迷うときはハブに問い合わせてください。',
    en: 'Follow the rule’s description and ask the hub when in doubt.',
  },
  source: 'SPEC §3',

  detect(message, { ruleMatches }) {
    return ruleMatches.slice(0, FINDINGS_MAX).map((one) => toDraft(message, one))
  },
})

const FINDINGS_MAX = 20
const PATTERNS_SHOWN = 10

function toDraft(message: Message, { file, match }: FileMatch): FindingDraft {
  const name = toName(file)
  const rule = defang(toVisible(match.rule).slice(0, 100))
  const meaning = readMeaning(match.meta)
  const [first] = match.places
  return {
    weight: readWeight(match.meta),
    where: {
      ...placeOfArtefact(message, file),
      ...(first === undefined ? {} : { fileRange: first.range }),
      ...(first !== undefined && file.path === message.path ? { range: first.range } : {}),
    },
    say: {
      ja: `${name.ja}がハブのルール ${rule} に一致しました。${meaning.ja}`,
      en: `${name.en} meets the hub’s rule ${rule}.${meaning.en}`,
    },
    detail: {
      kind: 'file',
      fileName: file.fileName ?? file.type,
      signs: match.places
        .slice(0, PATTERNS_SHOWN)
        .map(({ pattern, range }) => ({ kind: pattern, excerpt: `${range.start}–${range.end}` })),
      facts: [
        { name: 'rule-source', value: match.sourceId },
        ...Object.entries(match.meta).map(([name, value]) => ({ name, value })),
      ],
    },
  }
}

/** The mail itself has no name of its own. */
function toName(file: FileMatch['file']): Bilingual {
  if (file.kind === 'mail' && file.fileName === undefined)
    return { ja: 'このメール', en: 'The mail' }
  const name = toVisibleName(file)
  return { ja: `「${name}」`, en: `“${name}”` }
}

/** `description_ja` and `description` of the rule's meta section. */
function readMeaning(meta: Readonly<Record<string, string>>): Bilingual {
  const en = meta['description'] ?? ''
  const ja = meta['description_ja'] ?? en
  return {
    ja: ja === '' ? '' : defang(toVisible(ja)),
    en: en === '' ? '' : ` ${defang(toVisible(en))}`,
  }
}

/** `weight` of the rule's meta section, in our words. */
function readWeight(meta: Readonly<Record<string, string>>): Weight {
  const { weight } = meta
  return weight === 'strong' || weight === 'weak' ? weight : 'medium'
}

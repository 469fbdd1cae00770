import type { Bilingual } from '../../bilingual.ts'
import type { Artefact } from '../../evidence/artefact.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import type { Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { type DoubtfulTarget, readDoubtfulTarget } from '../reading/doubtful-target.ts'
import { placeOfArtefact, placeOfSign } from '../reading/places.ts'
import { toEnding } from '../tables/file-names.ts'
import {
  defineTechnique,
  type FindingDraft,
  type TechniqueContext,
  type Weight,
} from '../technique.ts'
import { type Fact, listFacts } from './page-facts.ts'

/** A web page comes as a file: no filter sees its address, and the browser runs it. */
export const htmlAttachment = defineTechnique({
  id: 'html-attachment',
  title: { ja: 'HTMLの添付', en: 'Web page as attachment' },
  about: {
    ja: 'HTMLやSVGのファイルを添付し、開いた人を偽サイトへ移動させる、その場でパスワードを入力させる、中に隠したファイルを取り出させるなどの手口です。',
    en: 'An HTML or SVG file is attached. Opened, it sends the reader to a fake site, asks for a password on the spot, or unpacks a file hidden inside.',
  },
  attack: ['T1566.001', 'T1027.006', 'T1598.002'],
  weight: 'medium',
  innocent: [
    {
      ja: '暗号化メールのサービスや帳票システムは、閲覧用のHTMLファイルを添付することがあります。',
      en: 'Encrypted-mail services and reporting systems attach HTML files for viewing.',
    },
  ],
  blindSpots: [
    {
      ja: 'スクリプトは実行せず、定数だけから分かる中身を読みます。実行しないと解けないものは読めません。',
      en: 'Scripts are not run: what follows from constants is unpacked, what needs running stays closed.',
    },
  ],
  advice: {
    ja: '添付のHTMLを開かず、開いてしまった場合は何も入力せずに閉じてください。',
    en: 'Do not open attached web pages; if you have, close them without typing anything.',
  },
  source: '2017Q3 図6',

  detect(message, context) {
    return context.artefacts
      .filter((one) => one.kind === 'attachment' || one.kind === 'archive-member')
      .filter(isWebPage)
      .slice(0, FINDINGS_MAX)
      .flatMap((artefact) => readPage(message, artefact, context) ?? [])
  },
})

const FINDINGS_MAX = 5
function isWebPage({ fileName = '', type, declaredType = '' }: Artefact): boolean {
  if (/^(?:html?|shtml?|xhtml?|xht|svgz?|mht|mhtml|hta)$/.test(toEnding(fileName))) return true
  return (
    fileName !== '' &&
    /^(?:text\/html|application\/xhtml\+xml|image\/svg\+xml)$/.test(
      type.startsWith('text/plain') ? declaredType : type,
    )
  )
}

function readPage(
  message: Message,
  artefact: Artefact,
  context: TechniqueContext,
): FindingDraft | undefined {
  const targets = listTargets(message, artefact, context)
  const facts = listFacts(message, artefact, context, targets)
  const points = facts.reduce((sum, fact) => sum + fact.points, 0)
  // Reports and statements come as plain pages; a page that does nothing is not worth a word.
  if (points === 0) return undefined
  const sign = artefact.reading?.signs.find(({ kind }) => facts.some((fact) => fact.sign === kind))
  return {
    weight: weigh(points),
    where:
      sign === undefined
        ? placeOfArtefact(message, artefact)
        : placeOfSign(message, artefact, sign),
    say: describe(artefact, facts, targets[0]?.host),
    detail: {
      kind: 'file',
      fileName: artefact.fileName ?? 'HTML',
      signs: (artefact.reading?.signs ?? []).slice(0, 20),
      facts: targets
        .slice(0, 5)
        .map(({ target }) => ({ name: 'target', value: target.slice(0, 500) })),
    },
  }
}

/** Places to which the page posts or moves, the sender's own and the reader's own left out. */
function listTargets(
  message: Message,
  { path }: Artefact,
  context: TechniqueContext,
): readonly DoubtfulTarget[] {
  return context.links
    .filter((link) => link.path === path && (link.kind === 'form' || link.kind === 'redirect'))
    .slice(0, 20)
    .flatMap((link) => readDoubtfulTarget(message, link, context) ?? [])
    .filter(({ host }) => !MAIL_ENCRYPTION.has(toOrganisation(host)))
}

/** Services whose encrypted mail is a page that posts itself back to them. */
const MAIL_ENCRYPTION: ReadonlySet<string> = new Set(
  'cisco.com proofpoint.com pphosted.com ppe-hosted.com zixmail.net zixcorp.com zixmessagecenter.com voltage.com trendmicro.com egress.com mimecast.com virtru.com barracudanetworks.com securence.com echoworx.com datamotion.com microsoft.com office.com office365.com'.split(
    ' ',
  ),
)

function weigh(points: number): Weight {
  if (points >= 3) return 'strong'
  return points === 2 ? 'medium' : 'weak'
}

function describe(artefact: Artefact, facts: readonly Fact[], host: string | undefined): Bilingual {
  const name = defang((artefact.fileName ?? 'HTML').slice(0, 80))
  const ja = facts.map((fact) => fact.ja).join('、')
  const en = facts.map((fact) => fact.en).join(', ')
  return {
    ja: `添付のウェブページ「${name}」に、${ja}があります。${host ? `行き先は ${defang(host)} です。` : ''}`,
    en: `The attached web page “${name}” holds ${en}.${host ? ` It leads to ${defang(host)}.` : ''}`,
  }
}

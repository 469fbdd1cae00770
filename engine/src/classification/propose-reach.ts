import type { Reach } from '../analysis.ts'
import type { Bilingual } from '../bilingual.ts'
import type { LureId } from '../lures/lure.ts'
import type { Signs } from './signs.ts'

/** A sign that a mail was meant for its recipients, or that it was scattered. */
interface ReachSign {
  readonly speaksFor: 'targeted' | 'mass'
  /** 2 decides when nothing speaks against it, 1 only adds. */
  readonly points: 1 | 2
  readonly isSeen: (signs: Signs) => boolean
  readonly say: Bilingual
}

const hasFound = (id: string) => (signs: Signs) =>
  signs.findings.some(({ technique }) => technique === id)
const hasHeard = (ids: readonly LureId[]) => (signs: Signs) =>
  ids.some((id) => signs.heard(id) !== undefined)

/** Recipients of one mail above which it is a circular. */
const RECIPIENTS_MANY = 20

const SIGNS: readonly ReachSign[] = [
  {
    speaksFor: 'targeted',
    points: 2,
    isSeen: hasFound('thread-hijack'),
    say: {
      ja: '受信者が実際に交わしたやり取りに続けています。',
      en: 'It continues a conversation the recipient really had.',
    },
  },
  {
    speaksFor: 'targeted',
    points: 2,
    isSeen: (signs) => signs.alarms(['executive']).length > 0,
    say: {
      ja: '受信した組織に関わる役員などの名を使っています。',
      en: 'It borrows the name of somebody above the recipient.',
    },
  },
  {
    speaksFor: 'targeted',
    points: 2,
    isSeen: ({ findings }) =>
      findings.some(
        ({ detail }) => detail?.kind === 'lookalike' && detail.relation !== 'well-known',
      ),
    say: {
      ja: '受信者の組織や取引先に似せたドメインが用意されています。',
      en: 'A domain was made to imitate the recipient’s organisation or a partner.',
    },
  },
  {
    speaksFor: 'targeted',
    points: 2,
    isSeen: hasFound('recipient-in-sender'),
    say: {
      ja: '差出人のアドレスが、この受信者のために作られています。',
      en: 'The sender’s address was made for this recipient.',
    },
  },
  {
    speaksFor: 'targeted',
    points: 2,
    isSeen: (signs) => hasFound('cc-altered')(signs) || hasFound('receipts')(signs),
    say: {
      ja: '同報先や受領通知に、相手を見ながら進める細工があります。',
      en: 'Copies or receipts are arranged to watch this recipient.',
    },
  },
  {
    speaksFor: 'targeted',
    points: 1,
    isSeen: hasFound('public-profile'),
    say: {
      ja: '受信者の役職や所在地に触れています。',
      en: 'It knows the recipient’s position or address.',
    },
  },
  {
    speaksFor: 'targeted',
    points: 1,
    isSeen: hasFound('recipient-in-url'),
    say: {
      ja: 'リンクに受信者ごとの印があります（大量に送る道具でも付けられます）。',
      en: 'The link carries a mark of the recipient, which mass-mailing tools add too.',
    },
  },
  {
    speaksFor: 'targeted',
    points: 2,
    isSeen: (signs) =>
      hasFound('naming-rule')(signs) || (!signs.isBulk && hasHeard(['quotation', 'survey'])(signs)),
    say: {
      ja: '少数の宛先へ繰り返し送られる種類の文面です。目的が分からなくても、執拗さから標的型とみなして扱います。',
      en: 'Mail of this kind is sent to few, again and again; for that persistence it is treated as targeted even while its aim is unknown.',
    },
  },
  {
    speaksFor: 'mass',
    points: 2,
    isSeen: ({ message }) =>
      message.addresses('to').length === 0 && message.addresses('cc').length === 0,
    say: {
      ja: '宛先欄に受信者がなく、広くばらまかれたとみられます。',
      en: 'No recipient is named, as in mail scattered widely.',
    },
  },
  {
    speaksFor: 'mass',
    points: 2,
    isSeen: ({ message }) =>
      message.addresses('to').length + message.addresses('cc').length >= RECIPIENTS_MANY,
    say: { ja: '一通に多くの宛先が並んでいます。', en: 'One mail names many recipients.' },
  },
  {
    speaksFor: 'mass',
    points: 1,
    isSeen: ({ isBulk }) => isBulk,
    say: { ja: '一斉配信の印があります。', en: 'It carries the marks of bulk mail.' },
  },
  {
    speaksFor: 'mass',
    points: 1,
    isSeen: ({ message }) =>
      /^.{0,40}(?:dear|hello|hi) (?:valued |dear )?(?:customer|client|user|member|friend|beneficiary|subscriber)|お客様各位|ご利用者(?:様|各位)|会員各位/im.test(
        message.shownText.slice(0, 500),
      ),
    say: {
      ja: '宛名が「お客様」のように誰にでも当てはまります。',
      en: 'The greeting fits anybody.',
    },
  },
  {
    speaksFor: 'mass',
    points: 2,
    isSeen: hasHeard(['prize', 'wallet', 'renewal', 'extortion']),
    say: { ja: '広くばらまかれる題材です。', en: 'Its subject is one that is scattered widely.' },
  },
  {
    speaksFor: 'mass',
    points: 1,
    isSeen: hasHeard(['parcel', 'tax-fine', 'account-expiry']),
    say: { ja: '誰にでも送られる題材です。', en: 'Its subject is one that is sent to anybody.' },
  },
]

const UNKNOWN_COUNT: Bilingual = {
  ja: 'ほかに何人が受け取ったかは、このメールだけでは分かりません。',
  en: 'How many others received it cannot be told from this mail.',
}

/** Meant for these recipients, or scattered; reasons for and against. */
export function proposeReach(signs: Signs): { reach: Reach; reachReasons: readonly Bilingual[] } {
  const seen = SIGNS.filter(({ isSeen }) => isSeen(signs))
  const count = (side: Reach) =>
    seen.reduce((sum, one) => sum + (one.speaksFor === side ? one.points : 0), 0)
  const lead = count('targeted') - count('mass')
  const reach = lead >= 2 ? 'targeted' : lead <= -2 ? 'mass' : 'unclear'
  const reasons = seen.map(({ speaksFor, say }) =>
    isAgainst(speaksFor, reach) ? toAgainst(say) : say,
  )
  return { reach, reachReasons: [...reasons, UNKNOWN_COUNT] }
}

function isAgainst(speaksFor: Reach, reach: Reach): boolean {
  return reach !== 'unclear' && speaksFor !== reach
}

function toAgainst({ ja, en }: Bilingual): Bilingual {
  return { ja: `反対の材料：${ja}`, en: `Against it: ${en.charAt(0).toLowerCase()}${en.slice(1)}` }
}

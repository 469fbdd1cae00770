import { release, type BulletinContent, type ReleasableBulletin } from 'engine'

/** One bulletin with every kind of indicator, invented. */
export const CONTENT: BulletinContent = {
  title: { ja: '取引先を装い、支払いを求めるメール', en: 'Mail posing as a business partner' },
  summary: {
    ja: ['攻撃者は、B社の担当者を装いました。', '振込先の変更を求めています。'],
    en: ['The attacker posed as staff of Company B.', 'The mail asks for another account.'],
  },
  classification: 'bec-type-1',
  arrivedPeriod: { ja: '2026年10月中旬', en: 'mid October 2026' },
  techniques: [
    {
      id: 'lookalike',
      title: { ja: '似せたドメイン', en: 'Look-alike domain' },
      say: { ja: '偽のドメインを使っています。', en: 'The mail uses a false domain.' },
      attack: ['T1583.001', 'T1566.002'],
    },
    {
      id: 'web-probe',
      title: { ja: 'ウェブサーバーの探索', en: 'Probing of a web server' },
      say: { ja: '弱点を探しています。', en: 'A web site is probed for weaknesses.' },
      attack: ['T1595.002'],
    },
  ],
  lookalikes: [
    {
      genuine: 'b-company.co.example',
      observed: 'b-cornpany.co.example',
      edits: [{ kind: 'homoglyph', genuine: 'm', genuineAt: 4, observed: 'rn', observedAt: 4 }],
    },
  ],
  indicators: [
    { type: 'domain', value: 'relay-drop.test', context: 'return-path' },
    {
      type: 'email-address',
      value: '****@mailbox-desk.test',
      context: 'reply-to',
      isPattern: true,
    },
    { type: 'ipv4', value: '192.0.2.44', context: 'received' },
    { type: 'ipv6', value: '2001:db8::44', context: 'received' },
    { type: 'sha256', value: 'ab'.repeat(32), context: 'attachment' },
    { type: 'subject', value: "It's \\ urgent", context: 'subject' },
    { type: 'url', value: 'https://pay-desk.test/inv?e={token}', context: 'link', isPattern: true },
    { type: 'url', value: "https://pay-desk.test/a?b='c", context: 'link' },
    {
      ...{ type: 'ipv4', value: '198.51.100.77', context: 'web-log', technique: 'web-probe' },
      ...{ firstOn: '2026-10-02', lastOn: '2026-10-05' },
    },
  ],
  advice: [{ ja: '電話で確かめてください。', en: 'Confirm by telephone.' }],
  omitted: ['names', 'amounts'],
  tlp: 'AMBER',
}

/** Content as it leaves the check. */
export function toReleasable(content: BulletinContent): ReleasableBulletin {
  const released = release(content, [], { organisations: [] })
  if (!released.ok) throw new Error('The test bulletin does not pass the check.')
  return released.releasable
}

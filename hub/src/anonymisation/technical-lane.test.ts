import { expect, test } from 'vitest'
import type { BulletinContent } from 'contract/bulletin'
import {
  findLaneConditions,
  isLaneOpen,
  type LaneFacts,
  type LaneGroup,
  type LaneWish,
} from './technical-lane.ts'

const SAY = { ja: '返信先が差し替えられています。', en: 'Replies go elsewhere.' }
const DRAFT: BulletinContent = {
  title: { ja: '不審なメール', en: 'Suspicious mail' },
  summary: { ja: ['A社に届きました。'], en: ['Company A received it.'] },
  classification: 'unclear',
  arrivedPeriod: { ja: '2026年10月中旬', en: 'mid October 2026' },
  techniques: [{ id: 'reply-to', title: SAY, say: SAY, attack: ['T1566'] }],
  lookalikes: [{ genuine: 'a-bank.example', observed: 'a-bamk.example', edits: [] }],
  indicators: [
    { type: 'ipv4', value: '192.0.2.44', context: 'received' },
    { type: 'domain', value: 'relay-drop.test', context: 'return-path' },
    { type: 'subject', value: 'Invoice', context: 'subject' },
    { type: 'file-name', value: 'plan.xlsm', context: 'attachment' },
  ],
  advice: [SAY],
  omitted: ['names'],
  tlp: 'AMBER',
}
const CONTENT: BulletinContent = {
  ...DRAFT,
  summary: { ja: [], en: [] },
  lookalikes: [],
  indicators: DRAFT.indicators.slice(0, 2),
}
const AGREED = new Date('2026-10-01T00:00:00Z')
const LATER = new Date('2026-10-02T00:00:00Z')
const GROUP: LaneGroup = {
  groupId: 'machinery',
  ...{ name: { ja: '機械', en: 'Machinery' }, lane: 'technical-only', laneSince: AGREED },
}
const ASKS: LaneGroup = {
  groupId: 'power',
  name: { ja: '電力', en: 'Power' },
  lane: 'approval-required',
}
const WISH: LaneWish = {
  ...{ isAlwaysAsked: false, approvesFirst: false, wishesAt: LATER, keepBack: ' ' },
  joinedSinceIds: ['power'],
}
const QUESTION: LaneFacts['questions'][number] = {
  ...{ questionId: 'hash:1', number: 1, say: SAY, why: SAY, value: 'x' },
  choices: [],
  proposed: 'omit',
}
const FINE: LaneFacts = {
  ...{ content: CONTENT, drafted: DRAFT, questions: [{ ...QUESTION, decided: 'omit' }] },
  ...{ isChecked: true, groups: [GROUP], wishes: [WISH], isProviderOutside: false, excess: [] },
}
const text = (change: Partial<BulletinContent>): Partial<LaneFacts> => ({
  content: { ...CONTENT, ...change },
})
const wish = (change: Partial<LaneWish>): Partial<LaneFacts> => ({
  wishes: [WISH, { ...WISH, ...change }],
})

/** The hub itself writes it so. */
const both = (change: Partial<BulletinContent>): Partial<LaneFacts> => ({
  content: { ...CONTENT, ...change },
  drafted: { ...DRAFT, ...change },
})
const kind = (classification: string) => both({ classification })
const technique = (id: string) => both({ techniques: [{ id, title: SAY, say: SAY, attack: [] }] })

// biome-ignore format: a table is read by its columns.
test.each<readonly [what: string, change: Partial<LaneFacts>, unmet: number]>([
  ['what the hub writes, less what tells of a victim', {},                                             0],
  ['fewer indicators',                text({ indicators: CONTENT.indicators.slice(1) }),               0],
  ['indicators alone',                text({ techniques: [], advice: [] }),                            0],
  ['a stricter label',                text({ tlp: 'AMBER+STRICT' }),                                   0],
  ['the summary of the draft',        text({ summary: DRAFT.summary }),                                1],
  ['a summary in one language',       text({ summary: { ja: [], en: ['Written by hand.'] } }),         1],
  ['the example of a look-alike',     text({ lookalikes: DRAFT.lookalikes }),                          1],
  ['the subject of the draft',        text({ indicators: DRAFT.indicators.slice(0, 3) }),              1],
  ['the file name of the draft',      text({ indicators: DRAFT.indicators.slice(3) }),                 1],
  ['another title',                   text({ title: { ...DRAFT.title, en: 'Mail to us' } }),           1],
  ['words in the period',             text({ arrivedPeriod: { ja: '決算の日', en: 'x' } }),            1],
  ['an advice of one’s own',          text({ advice: [{ ja: '弊社へ', en: 'Call us' }] }),             1],
  ['an indicator from elsewhere',     text({ indicators: [{ type: 'ipv4', value: '192.0.2.45', context: 'received' }] }), 1],
  ['words in a context',              text({ indicators: [{ type: 'ipv4', value: '192.0.2.44', context: 'our plant' }] }), 1],
  ['a technique named in an indicator', text({ indicators: [{ type: 'ipv4', value: '192.0.2.44', context: 'received', technique: 'our plant' }] }), 1],
  ['words in what is left out',       text({ omitted: ['our plant'] }),                                1],
  ['a technique retold',              text({ techniques: [{ id: 'reply-to', title: SAY, say: { ja: '工場', en: 'x' }, attack: ['T1566'] }] }), 1],
  ['a ransomware attack',             kind('ransomware'),                                              1],
  ['a copy of a member’s web site',   kind('fake-site'),                                               1],
  ['fraud from a taken-over mailbox', kind('bec-type-3'),                                              1],
  ['a mail from a taken-over account', technique('taken-account'),                                     1],
  ['a genuine conversation quoted',   technique('thread-hijack'),                                      1],
  ['an indicator of a taken-over account', both({ indicators: [{ type: 'ipv4', value: '192.0.2.44', context: 'received', technique: 'taken-account' }] }), 1],
  ['a technique that copied a site',  technique('fake-site'),                                          1],
  ['a kind nobody thought of',        kind('new'),                                                     1],
  ['no case to draft from',           { drafted: undefined },                                          1],
  ['a group that wants approval',     { groups: [GROUP, { ...ASKS, groupId: 'water' }] },              1],
  ['no group',                        { groups: [] },                                                  1],
  ['a provider that looks first',     wish({ approvesFirst: true }),                                   1],
  ['a provider that is always asked', wish({ isAlwaysAsked: true }),                                   1],
  ['a provider that said nothing',    wish({ wishesAt: undefined }),                                   1],
  ['a wish from before the agreement', wish({ wishesAt: new Date('2026-09-30T23:59:59Z') }),           1],
  ['a wish from before its provider joined', wish({ joinedSinceIds: ['machinery'] }),                  1],
  ['something to keep back',          wish({ keepBack: '金額は伏せてください' }),                         1],
  ['no provider to have wished',      { wishes: [] },                                                  1],
  ['a provider outside',              { isProviderOutside: true },                                     1],
  ['more than was wished',            { excess: [SAY, SAY] },                                          2],
  ['a value by permission',           { questions: [{ ...QUESTION, decided: 'ask' }] },                1],
  ['a value somebody kept',           { questions: [{ ...QUESTION, decided: 'keep' }] },               1],
  ['an open question',                { questions: [QUESTION] },                                       1],
  ['a text that was not checked',     { isChecked: false },                                            1],
])('the technical lane and %s', (_, change, unmet) => {
  const conditions = findLaneConditions({ ...FINE, ...change })
  expect(conditions.filter(({ isMet }) => !isMet)).toHaveLength(unmet)
  expect(isLaneOpen(conditions)).toBe(unmet === 0)
})

test('the order in which a database gives keys back makes no other text', () => {
  const [first] = CONTENT.indicators
  const turned = Object.fromEntries(Object.entries(first ?? {}).reverse())
  const indicators = [turned] as BulletinContent['indicators']
  const conditions = findLaneConditions({ ...FINE, content: { ...CONTENT, indicators } })
  expect(isLaneOpen(conditions)).toBe(true)
})

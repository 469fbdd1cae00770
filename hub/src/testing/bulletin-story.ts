import type { OrganisationId } from 'contract/common'
import type { HubAnswer, HubClient } from './hub-client.ts'
import { mailBytes } from './mails.ts'
import type { TestHub } from './with-hub.ts'

/** Everything by which the provider of the story could be recognised; none of it may ever leave. */
export const STORY_TRACES = [
  '汐見台精機',
  'シオミダイセイキ',
  'Shiomidai Seiki',
  'shiomidai-seiki.example',
  '鳴海 航太郎',
  'Narumi Kotaro',
  'k-narumi@shiomidai-seiki.example',
  '茅渟バルブ',
  'chinu-valve.example',
] as const

/** Where the story takes place. */
export interface StoryPlaces {
  readonly sig: string
  readonly otherSig: string
  /** The provider, a member of `sig`. */
  readonly provider: OrganisationId
  /** Another member of `sig`. */
  readonly peer: OrganisationId
  /** A further member of `sig`, from whom the other two look alike. */
  readonly bystander: OrganisationId
  readonly stranger: OrganisationId
}

export interface Story extends StoryPlaces {
  readonly hub: TestHub
  readonly analyst: HubClient
  readonly lead: HubClient
  readonly contact: HubClient
}

/**
 * Two groups, a provider with a vault, a peer in its group and a stranger in the other.
 * With `swapped` the provider is the one who joined second.
 */
export async function tellStory(hub: TestHub, { swapped = false } = {}): Promise<Story> {
  const sig = await hub.seed.group()
  const otherSig = await hub.seed.group()
  const names = ['汐見台精機株式会社', '海棠工業株式会社']
  const pair: OrganisationId[] = []
  for (const name of swapped ? names.toReversed() : names) {
    pair.push(await hub.seed.organisation({ name, groupIds: [sig] }))
  }
  const [provider, peer] = (swapped ? pair.toReversed() : pair) as [OrganisationId, OrganisationId]
  const bystander = await hub.seed.organisation({ name: '竜胆製作所', groupIds: [sig] })
  // A fourth member, so that the group is not so small that a provider could be guessed.
  await hub.seed.organisation({ name: '柊木計器', groupIds: [sig] })
  const stranger = await hub.seed.organisation({ name: '芙蓉化成', groupIds: [otherSig] })
  const contact = hub.as({ contactOf: provider })
  expectOk(
    await contact.put(`/api/organisations/${provider}/vault`, {
      names: [
        { text: '汐見台精機', kind: 'alias' },
        { text: 'シオミダイセイキ', kind: 'kana' },
        { text: 'Shiomidai Seiki', kind: 'romaji' },
      ],
      domains: ['shiomidai-seiki.example'],
      people: [
        {
          name: '鳴海 航太郎',
          aliases: ['Narumi Kotaro'],
          addresses: ['k-narumi@shiomidai-seiki.example'],
          isExecutive: true,
        },
      ],
      watchList: [{ name: '茅渟バルブ', aliases: [], domains: ['chinu-valve.example'] }],
      urlServices: [],
    }),
  )
  return toStory(hub, { sig, otherSig, provider, peer, bystander, stranger })
}

/** The story in a hub that holds it, with its people signed in. */
export function toStory(hub: TestHub, places: StoryPlaces): Story {
  const { sig, otherSig, provider, peer, bystander, stranger } = places
  const [analyst, lead] = [hub.as('analyst'), hub.as('lead')]
  const contact = hub.as({ contactOf: provider })
  return { hub, sig, otherSig, provider, peer, bystander, stranger, analyst, lead, contact }
}

/** A fraud mail that names its victim in every place an attacker would. */
export const storyMail = () =>
  mailBytes({
    from: '"Chinu Valve" <billing@chinu-va1ve.example>',
    // The second is in no vault: only the mail tells that she works there.
    to: '鳴海 航太郎 <k-narumi@shiomidai-seiki.example>, 芹沢 琴葉 <k-serizawa@shiomidai-seiki.example>',
    subject: '【汐見台精機様】お振込先変更のご連絡',
    headers: ['Reply-To: payments@mailbox-relay.test'],
    text: [
      '汐見台精機株式会社 鳴海様',
      '',
      '茅渟バルブの経理担当です。次回のお支払いから振込先の口座を変更いたします。',
      `https://pay.mailbox-relay.test/confirm?u=${Buffer.from('k-narumi@shiomidai-seiki.example').toString('base64url')}`,
      '',
    ].join('\r\n'),
  })

/** Hands in the mail as the provider and opens a case from it. */
export async function openStoryCase(story: Story): Promise<string> {
  const submissionId = await handIn(story, story.contact, storyMail())
  const opened = await story.analyst.post('/api/cases', { submissionIds: [submissionId] })
  return expectOk(opened).caseId
}

let keys = 0

export async function handIn(
  { hub }: Story,
  as: HubClient,
  bytes: Uint8Array,
  query = '',
): Promise<string> {
  keys += 1
  const headers = { 'idempotency-key': `story-${String(keys).padStart(16, '0')}` }
  const receipt = await as.post(`/api/submissions?fileName=mail.eml${query}`, bytes, headers)
  await hub.runJobs()
  return expectOk(receipt).submissionId
}

/** Drafts a bulletin, answers every question as proposed, and has it checked. */
export async function checkedBulletin(story: Story, caseId: string): Promise<string> {
  const { analyst } = story
  const { bulletinId } = expectOk(await analyst.post('/api/bulletins', { caseId }))
  await decideAll(story, bulletinId)
  const checked = expectOk(await analyst.post(`/api/bulletins/${bulletinId}/check`))
  if (checked.state !== 'checked') throw new Error(JSON.stringify(checked.check.leaks))
  return bulletinId
}

/** Answers what is open as proposed, until nothing is. */
export async function decideAll({ analyst }: Story, bulletinId: string): Promise<void> {
  for (;;) {
    const { questions } = expectOk(await analyst.get(`/api/bulletins/${bulletinId}`))
    const open = questions.find((one: { decided?: string }) => one.decided === undefined)
    if (open === undefined) return
    const { questionId, proposed } = open
    expectOk(
      await analyst.post(`/api/bulletins/${bulletinId}/questions`, {
        questionId,
        choice: proposed,
      }),
    )
  }
}

export const DUE = '2026-10-22T08:00:00.000Z'

/** Asks the providers and lets the story's own contact approve. */
export async function approvedBulletin(story: Story, caseId: string): Promise<string> {
  const bulletinId = await checkedBulletin(story, caseId)
  expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE }))
  await approveAll(story)
  return bulletinId
}

/** Approves everything that waits for the story's provider, and lets the hub do what follows. */
export async function approveAll({ hub, contact }: Story): Promise<void> {
  const { rows } = expectOk(await contact.get('/api/approvals'))
  for (const { approvalId, state } of rows) {
    if (state !== 'waiting') continue
    const { contentHash } = expectOk(await contact.get(`/api/approvals/${approvalId}`))
    expectOk(
      await contact.post(`/api/approvals/${approvalId}/answer`, { answer: 'approve', contentHash }),
    )
  }
  await hub.runJobs()
}

/** What the story's provider says of its submission where its group agreed on the technical lane. */
export const UNASKED_WISHES = {
  ...{ groupIds: [], tlp: 'AMBER', keepBack: '', mayAppearInReport: false },
  approvesFirst: false,
}

/** The story's group agrees on the technical lane. */
export async function openLane({ hub, lead, sig }: Story): Promise<void> {
  expectOk(await lead.post(`/api/groups/${sig}/lane`, { lane: 'technical-only' }))
  await hub.runJobs()
  // A wish of the same moment is one after it.
  hub.clock.advance(60_000)
}

/** A case of a provider that need not be asked, in a group with the technical lane. */
export async function openUnaskedCase(story: Story): Promise<string> {
  const { contact } = story
  const caseId = await openStoryCase(story)
  const { rows } = expectOk(await contact.get('/api/my/submissions'))
  const path = `/api/submissions/${rows[0].submissionId}/wishes`
  expectOk(await contact.put(path, UNASKED_WISHES))
  return caseId
}

const FREE_TEXT = ['subject', 'file-name']

/** Drafts a bulletin, takes out what is not technical, answers every question as proposed, and has it checked. */
export async function technicalBulletin(story: Story, caseId: string): Promise<string> {
  const { analyst } = story
  const { bulletinId } = expectOk(await analyst.post('/api/bulletins', { caseId }))
  await decideAll(story, bulletinId)
  const { content, audience, contentHash } = expectOk(
    await analyst.get(`/api/bulletins/${bulletinId}`),
  )
  const indicators = content.indicators.filter(
    ({ type }: { type: string }) => !FREE_TEXT.includes(type),
  )
  const edit = {
    content: { ...content, summary: { ja: [], en: [] }, lookalikes: [], indicators },
    groupIds: audience.groups.map(({ groupId }: { groupId: string }) => groupId),
    baseHash: contentHash,
  }
  expectOk(await analyst.put(`/api/bulletins/${bulletinId}`, edit))
  expectOk(await analyst.post(`/api/bulletins/${bulletinId}/check`))
  return bulletinId
}

/** A lead lets a checked text go on unasked. */
export async function takeLane({ lead }: Story, bulletinId: string): Promise<HubAnswer> {
  const { contentHash } = expectOk(await lead.get(`/api/bulletins/${bulletinId}`))
  return lead.post(`/api/bulletins/${bulletinId}/technical-lane`, { contentHash })
}

/** Releases an approved bulletin and returns the release as members know it. */
export async function releaseAs(
  lead: HubClient,
  bulletinId: string,
  more: { readonly releaseAt?: string } = {},
): Promise<HubAnswer> {
  const { contentHash, audience } = expectOk(await lead.get(`/api/bulletins/${bulletinId}`))
  const { organisationCount } = audience
  const request = { contentHash, organisationCount, ...more }
  return lead.post(`/api/bulletins/${bulletinId}/release`, request)
}

/** The body of an answer that must have succeeded. */
export function expectOk(answer: HubAnswer): HubAnswer['body'] {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

import { describe, expect, test } from 'vitest'
import { toQuestionId } from '../../question.ts'
import { draftFromMail } from '../draft-from-mail.ts'

const DATE = 'Thu, 19 Nov 2026 09:12:00 +0900'
const toMail = (type: string, body: readonly string[]) => [
  `Received: from out.parcel-desk.test (out.parcel-desk.test [198.51.100.23]) by mx.hoshimi-kiko.example with ESMTP id 1 for <mori@hoshimi-kiko.example>; ${DATE}`,
  'From: a@parcel-desk.test',
  'To: mori@hoshimi-kiko.example',
  'Subject: notice of delivery',
  `Date: ${DATE}`,
  'MIME-Version: 1.0',
  `Content-Type: ${type}; charset=utf-8`,
  '',
  ...body,
]
const HELP = 'https://security.hoshimi-group.example/external'
const LURE = 'https://login.parcel-two.test/signin'
const LETTER = [
  'お客様各位',
  '',
  'アカウントの確認が必要です。24時間以内にお手続きください。',
  LURE,
]
const ASKED = 'banner-place hoshimi-group.example'

/** What usual gateways write, with the page to which they lead. */
const BANNERS: readonly string[] = [
  `【社外メール】このメールは社外から送信されています。リンクや添付ファイルにはご注意ください。詳細は ${HELP} をご覧ください。`,
  `※このメールは社外から届いています ${HELP}`,
  `[外部] 外部の差出人からのメールです。不審なメールは情報システム部へ報告してください ${HELP}`,
  `このメールは組織外から受信しました。 ${HELP}`,
  `【注意喚起】なりすましの可能性があるメールです。 ${HELP}`,
  `リンクのクリックや添付ファイルの開封に注意してください（学外からのメール） ${HELP}`,
  `CAUTION: This email originated from outside of the organization. Do not click links or open attachments unless you recognize the sender. ${HELP}`,
  `[EXTERNAL EMAIL] Learn more: ${HELP}`,
  `External Sender - be careful. ${HELP}`,
  `You don't often get email from a@parcel-desk.test. Learn why this is important: ${HELP}`,
  `This message was sent from outside your organization. Report suspicious messages: ${HELP}`,
  `Report this message ${HELP}`,
  `【注意】初めてのメールアドレスからのメールです。 ${HELP}`,
  `このメールの送信者は過去にやり取りがありません。詳細: ${HELP}`,
  `送信ドメイン認証に失敗したメールです。 ${HELP}`,
  `DMARC認証: 失敗 / 問い合わせ先 ${HELP}`,
  `[SPAM判定: 85点] 誤判定の連絡: ${HELP}`,
  `迷惑メールとして判定されました。解除はこちら ${HELP}`,
  `このメールは隔離から解放されました ${HELP}`,
  `差出人をブロック | 許可リストに追加 ${HELP}`,
  `URLは安全のため書き換えられています ${HELP}`,
  `PPAP対策のため添付ファイルはクラウドに保存しました ${HELP}`,
  `セキュリティ警告：差出人が社内ではありません ${HELP}`,
  `この送信者は組織の外部です ${HELP}`,
  `<<社外メール>> ${HELP}`,
  `■社外■ ${HELP}`,
  `◎外部ドメインからのメール ${HELP}`,
  `[EXT] ${HELP}`,
  `ウイルスは検出されませんでした ${HELP}`,
  `No virus found in this message. ${HELP}`,
  `This sender is new to you. ${HELP}`,
  `You have not previously corresponded with this sender. ${HELP}`,
  `This email is from a sender you haven't emailed before. ${HELP}`,
  `Released from quarantine by your administrator ${HELP}`,
  `Block sender: ${HELP}`,
  `Was this message spam? ${HELP}`,
  `WARNING: the sender's identity could not be verified ${HELP}`,
]
const FOOTERS: readonly string[] = [
  `このメールは星見グループのウイルスチェック済みです。${HELP}`,
  `メールはゲートウェイで検査されています。 ${HELP}`,
  `添付ファイルは無害化されました ${HELP}`,
  `This message has been scanned for viruses by the group's gateway. ${HELP}`,
  `Virus-free. ${HELP}`,
]

describe('T05: the page of a notice that the receiving gateway wrote stays inside, and is asked about', () => {
  test.each(BANNERS)('above the text: %s', async (banner) => {
    const { values, asked } = await draftFromMail(toMail('text/plain', [banner, '', ...LETTER]))
    expect(values).toContain(`url ${LURE}`)
    expect(values.join('\n')).not.toContain('hoshimi')
    expect(asked.filter((one) => one.startsWith('banner-place'))).toEqual([ASKED])
  })

  test.each([...BANNERS, ...FOOTERS])('below the text: %s', async (banner) => {
    const { values, asked } = await draftFromMail(
      toMail('text/plain', [...LETTER, '', 'サポートセンター', '', '____________', banner]),
    )
    expect(values).toContain(`url ${LURE}`)
    expect(values.join('\n')).not.toContain('hoshimi')
    expect(asked).toContain(ASKED)
  })

  const LINK = `<a href="${HELP}">詳細はこちら</a>`
  const PAGE = `<p>お客様各位</p><p>アカウントの確認が必要です。<a href="${LURE}">ログイン</a></p>`
  const NOTICE = BANNERS[6]?.replace(HELP, '') ?? ''
  test.each([
    [
      'a table',
      `<table><tr><td>!</td><td><div>${NOTICE}</div><div>${LINK}</div></td></tr></table>`,
    ],
    ['a division', `<div style="border:1px solid"><p>${NOTICE}</p><p>${LINK}</p></div>`],
    ['a paragraph', `<p><b>${NOTICE}</b> ${LINK}</p>`],
    ['a paragraph and its link below', `<p>${NOTICE}</p><p>${LINK}</p>`],
  ])('in a page: %s', async (_name, banner) => {
    for (const body of [
      `<html><body>${banner}${PAGE}</body></html>`,
      `<div dir="ltr">${PAGE}</div>${banner}`,
    ]) {
      const { values, asked } = await draftFromMail(toMail('text/html', [body]))
      expect(values).toContain(`url ${LURE}`)
      expect(values.join('\n')).not.toContain('hoshimi')
      expect(asked).toContain(ASKED)
    }
  })

  test('over several lines between rules, with empty ones among them', async () => {
    const rule = '*'.repeat(40)
    const { values, asked } = await draftFromMail(
      toMail('text/plain', [rule, NOTICE, '', `Help: ${HELP}`, rule, '', ...LETTER]),
    )
    expect(values).toContain(`url ${LURE}`)
    expect(values.join('\n')).not.toContain('hoshimi')
    expect(asked).toContain(ASKED)
  })
})

describe('T05: what a gateway put in the place of a file stays inside', () => {
  const KEPT = 'https://quarantine.hoshimi-group.example/get?id=1234'
  const withFile = (type: string, name: string, content: string) =>
    toMail('multipart/mixed; boundary=b', [
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      ...LETTER,
      '--b',
      `Content-Type: ${type}; charset=utf-8; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      '',
      content,
      '--b--',
    ])

  test.each([
    `添付ファイルは星見グループのゲートウェイが削除しました。取り出し: ${KEPT}`,
    `The attachment invoice.doc was removed by the mail gateway. Retrieve it: ${KEPT}`,
    `2 files were quarantined. Files: ${KEPT}`,
  ])('%s', async (notice) => {
    const { values, asked } = await draftFromMail(withFile('text/plain', 'DELETED.txt', notice))
    expect(values).toContain(`url ${LURE}`)
    expect(values.join('\n')).not.toMatch(/hoshimi|DELETED/u)
    expect(asked).toContain(ASKED)
  })

  test('a card and a signature say who somebody is, and are no file of the attack', async () => {
    const card = withFile('text/vcard', 'mori.vcf', 'BEGIN:VCARD\r\nFN:Mori\r\nEND:VCARD')
    const { values, asked, omitted } = await draftFromMail(card)
    expect(values.filter((value) => /^(?:sha256|file-name) /u.test(value))).toEqual([])
    expect(asked.filter((one) => one.startsWith('identifying-hash'))).toEqual([])
    expect(omitted).toContain('attachments')
  })

  test('a text that speaks of no file is a file like others', async () => {
    const text = withFile('text/plain', 'readme.txt', `Please open ${LURE}`)
    const { values } = await draftFromMail(text)
    expect(values).toContain('file-name readme.txt')
  })
})

describe('a sender who imitates such a notice', () => {
  test('around his own link has it asked about, in words that say so, and a person publishes it', async () => {
    const lines = toMail('text/plain', [
      `External email. Report this message: ${LURE}`,
      '',
      'Your parcel waits. Please read the notice above.',
    ])
    const { questions, values } = await draftFromMail(lines)
    expect(values).not.toContain(`url ${LURE}`)
    const asked = questions.find(({ questionId }) => questionId.startsWith('banner-place'))
    expect(asked?.why.en).toContain('a sender can imitate such a notice')
    const decisions = { [toQuestionId('banner-place', 'parcel-two.test')]: 'keep' } as const
    expect((await draftFromMail(lines, { decisions })).values).toContain(`url ${LURE}`)
  })

  test('above a link that stands elsewhere too has both asked about', async () => {
    const lines = toMail('text/plain', [BANNERS[0]?.replace(HELP, LURE) ?? '', '', ...LETTER])
    const { values, asked } = await draftFromMail(lines)
    expect(values).not.toContain(`url ${LURE}`)
    expect(asked).toContain('banner-place parcel-two.test')
  })

  test.each([
    ['and writes nothing else', [`Report this message: ${LURE}`]],
    ['in the middle of a long letter', [...LONG(), `Report phishing: ${LURE}`, ...LONG()]],
  ])('%s keeps it unasked', async (_name, body) => {
    const { values, asked } = await draftFromMail(toMail('text/plain', body))
    expect(values).toContain(`url ${LURE}`)
    expect(asked.filter((one) => one.startsWith('banner-place'))).toEqual([])
  })

  test('a link to his own domain is his', async () => {
    const own = 'https://www.parcel-desk.test/report'
    const { values } = await draftFromMail(
      toMail('text/plain', [...LETTER, '', `Report this message: ${own}`]),
    )
    expect(values).toContain(`url ${own}`)
  })
})

function LONG(): readonly string[] {
  return Array.from({ length: 15 }, (_, at) => `line ${at} of a letter`)
}

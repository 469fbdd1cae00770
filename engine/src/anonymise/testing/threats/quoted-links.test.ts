import { describe, expect, test } from 'vitest'
import { toQuestionId } from '../../question.ts'
import { draftFromMail } from '../draft-from-mail.ts'

const DATE = 'Thu, 19 Nov 2026 09:12:00 +0900'
const toMail = (type: string, body: readonly string[], from = 'Desk <a@parcel-desk.test>') => [
  `Received: from out.parcel-desk.test (out.parcel-desk.test [198.51.100.23]) by mx.hoshimi-kiko.example with ESMTP id 1 for <mori@hoshimi-kiko.example>; ${DATE}`,
  `From: ${from}`,
  'To: mori@hoshimi-kiko.example',
  'Subject: notice of delivery',
  `Date: ${DATE}`,
  'MIME-Version: 1.0',
  `Content-Type: ${type}; charset=utf-8`,
  '',
  ...body,
]

const LINK = 'https://open.parcel-two.test/view'
const PAGE_LINK = `<p><a href="${LINK}">Open</a></p>`
const NEW = 'お支払い方法に問題が見つかりました。本日中に下記よりご確認ください。'

describe('a lure that has something of a quote keeps its link', () => {
  test.each([
    ['a scanner’s notice', `<p>${NEW}</p><p>From: Scanner 4F<br>Pages: 2</p>${PAGE_LINK}`],
    [
      'a notice of a call',
      `<p>You have a new voice message in your mailbox.</p><p>From: +81 3 1234 5678<br>Duration: 0:32<br>Mailbox: mori@hoshimi-kiko.example</p>${PAGE_LINK}`,
    ],
    [
      'a notice of payment',
      `<p>${NEW}</p><p>Payment from: Akagane</p><p>Contact: help@parcel-desk.test</p>${PAGE_LINK}`,
    ],
    ['a blockquote', `<p>${NEW}</p><blockquote>${PAGE_LINK}</blockquote>`],
    ['a blockquote without end', `<p>${NEW}</p><blockquote><blockquote></blockquote>${PAGE_LINK}`],
    ['Outlook’s rule above no head', `<p>${NEW}</p><hr id="divRplyFwdMsg">${PAGE_LINK}`],
    ['an empty frame', `<p>${NEW}</p><div class="gmail_quote"></div>${PAGE_LINK}`],
  ])('HTML: %s', async (_name, body) => {
    const { values, asked } = await draftFromMail(toMail('text/html', [body]))
    expect(values).toContain(`url ${LINK}`)
    expect(asked.filter((one) => one.startsWith('quoted-place'))).toEqual([])
  })

  test.each([
    ['a rule', [NEW, '', '_'.repeat(28), '', LINK, '_'.repeat(28)]],
    ['a bar', [NEW, `| ご確認はこちら: ${LINK}`]],
    ['the sender', [NEW, '差出人: 人事部 <hr@parcel-desk.test>', '文書: 賞与一覧', LINK]],
    ['a fax', [NEW, '送信者: fax@parcel-desk.test', 'ページ数: 2', `表示: ${LINK}`]],
    ['"wrote"', [NEW, 'Our support team wrote:', LINK]],
    [
      'a mail of the sender himself',
      [NEW, '差出人: Desk <a@parcel-desk.test>', '送信日時: 2026/11/18', '件名: 賞与', LINK],
    ],
    ['nothing but a quote', ['-----Original Message-----', 'From: x@y.example', 'To: z', '', LINK]],
  ])('text: %s', async (_name, body) => {
    const { values, asked } = await draftFromMail(toMail('text/plain', body))
    expect(values).toContain(`url ${LINK}`)
    expect(values).toContain('email-address a@parcel-desk.test')
    expect(values).toContain('domain parcel-desk.test')
    expect(asked.filter((one) => /^(?:quoted-place|met-name)/u.test(one))).toEqual([])
  })

  test('a link to the sender’s own domain is his, wherever it stands', async () => {
    const own = 'https://files.parcel-desk.test/a'
    const body = [NEW, '', 'From: Mori <mori@hoshimi-kiko.example>', 'Sent: Monday', '', own]
    expect((await draftFromMail(toMail('text/plain', body))).values).toContain(`url ${own}`)
  })
})

describe('a quote of everyday shape keeps the partner’s links inside', () => {
  const OWN = 'https://www.akagane-works.example/shiryo'
  const ATTACK = 'https://login.parcel-two.test/acct'
  const ABOVE = `${NEW}\n${ATTACK}\n`
  const BELOW = ['', '先日の資料をこちらに置きました。', OWN, '赤銅製作 営業部']

  const TEXTS: readonly (readonly [string, readonly string[]])[] = [
    ['Gmail ja', ['2026年11月16日(月) 10:00 森 良子 <mori@hoshimi-kiko.example>:']],
    ['Gmail en', ['On Mon, Nov 16, 2026 at 10:00 AM Ryoko Mori wrote:']],
    ['Gmail en, folded', ['On Mon, Nov 16, 2026 at 10:00 AM Ryoko Mori', '<m@a.example> wrote:']],
    ['Apple ja', ['2026/11/16 10:00、森 良子 <mori@hoshimi-kiko.example>のメール:']],
    ['Thunderbird ja', ['2026/11/16 10:00 に 森 良子 さんは書きました:']],
    ['Thunderbird de', ['Am 16.11.2026 um 10:00 schrieb Ryoko Mori:']],
    ['Thunderbird fr', ['Le 16/11/2026 à 10:00, Ryoko Mori a écrit :']],
    [
      'Outlook ja',
      ['差出人: 赤銅 太郎', '送信日時: 2026年11月16日 10:00', '宛先: 森', '件名: 資料'],
    ],
    ['Outlook en', ['From: Taro Akagane', 'Sent: Monday, November 16, 2026', 'To: Mori']],
    ['Outlook de', ['Von: Taro Akagane', 'Gesendet: Montag, 16. November 2026', 'An: Mori']],
    ['Outlook fr', ['De : Taro Akagane', 'Envoyé : lundi 16 novembre 2026', 'À : Mori']],
    ['bold in Outlook', ['*From:* Taro Akagane', '', '*Sent:* Monday', '', '*To:* Mori']],
    ['Outlook ja, as sent', ['差出人: 赤銅 太郎', '送信済み: 2026年11月16日 10:00', '宛先: 森']],
    [
      'Outlook ko',
      ['보낸 사람: 赤銅 太郎', '보낸 날짜: 2026년 11월 16일', '받는 사람: 森', '제목: x'],
    ],
    ['Outlook zh-TW', ['寄件者: 赤銅 太郎', '寄件日期: 2026年11月16日', '收件者: 森', '主旨: x']],
    ['Outlook nl', ['Van: Taro', 'Verzonden: maandag 16 november 2026', 'Aan: Mori']],
    ['Outlook it', ['Da: Taro', 'Inviato: lunedì 16 novembre 2026', 'A: Mori', 'Oggetto: x']],
    ['Outlook pt', ['De: Taro', 'Enviada em: segunda-feira', 'Para: Mori', 'Assunto: x']],
    ['Outlook vi', ['Từ: Taro', 'Đã gửi: Thứ Hai', 'Đến: Mori', 'Chủ đề: x']],
    ['Outlook th', ['จาก: Taro', 'ส่ง: 16', 'ถึง: Mori', 'เรื่อง: x']],
    ['Outlook ru', ['От: Taro', 'Отправлено: 16', 'Кому: Mori', 'Тема: x']],
    ['Outlook sv', ['Från: Taro', 'Skickat: den 16', 'Till: Mori', 'Ämne: x']],
    ['Outlook pl', ['Od: Taro', 'Wysłano: 16', 'Do: Mori', 'Temat: x']],
    ['Outlook tr', ['Kimden: Taro', 'Gönderildi: 16', 'Kime: Mori', 'Konu: x']],
    ['Outlook cs', ['Od: Taro', 'Odesláno: 16', 'Komu: Mori', 'Předmět: x']],
    // Of no table: fields in a row, one of them a mailbox in brackets.
    ['Outlook el', ['Από: Taro <t@a.example>', 'Στάλθηκε: 16', 'Προς: Mori', 'Θέμα: x']],
    [
      'Outlook id',
      ['Nama: Taro', 'Dikirim: 16/11/2026', 'Kepada: Mori <m@a.example>', 'Perihal: x'],
    ],
    ['full width', ['Ｆｒｏｍ：赤銅', 'Ｄａｔｅ：2026/11/16', 'Ｔｏ：森', 'Ｓｕｂｊｅｃｔ：図面']],
    [
      'spaced',
      ['差 出 人 ： 赤銅', '送信日時 ： 2026/11/16', '宛　　先 ： 森', '件　　名 ： 図面'],
    ],
    ['groupware', ['森 太郎さんは書きました:']],
    ['Gmail ko', ['2026년 11월 16일 (월) 오전 10:00, Mori <m@a.example>님이 작성:']],
    ['Gmail zh-TW', ['Mori <m@a.example> 於 2026年11月16日 週一 上午10:00寫道：']],
    ['Gmail pt', ['Em seg., 16 de nov. de 2026 às 10:00, Mori <m@a.example> escreveu:']],
    ['Gmail ru', ['пн, 16 нояб. 2026 г. в 10:00, Mori <m@a.example>:']],
    ['Gmail vi', ['Vào Th 2, 16 thg 11, 2026 vào lúc 10:00 Mori <m@a.example> đã viết:']],
    ['news', ['In message <abc@a.example>, Mori wrote:']],
    ['Apple', ['Begin forwarded message:', '', 'From: Taro', 'Date: Monday', 'To: Mori']],
  ]
  test.each(TEXTS)('text: %s', async (_name, head) => {
    const { values, omitted, asked } = await draftFromMail(
      toMail('text/plain', [ABOVE, ...head, ...BELOW]),
    )
    expect(values).toContain(`url ${ATTACK}`)
    expect(values.join('\n')).not.toContain('akagane')
    expect(omitted).toContain('quoted-mail')
    expect(asked).toContain('quoted-place akagane-works.example')
  })

  test.each(TEXTS)('HTML: %s', async (_name, head) => {
    const lines = head.map((line) => line.replaceAll('<', '&lt;').replaceAll('*', ''))
    const { values, asked } = await draftFromMail(
      toMail('text/html', [
        `<div>${NEW}<br><a href="${ATTACK}">here</a></div>`,
        `<div class="x_WordSection1"><p>${lines.map((line) => `<b>${line}</b>`).join('<br>\r\n')}</p>`,
        `<p>See <a href="${OWN}">our page</a></p></div>`,
      ]),
    )
    expect(values).toContain(`url ${ATTACK}`)
    expect(values.join('\n')).not.toContain('akagane')
    expect(asked).toContain('quoted-place akagane-works.example')
  })

  test('what a page only indents as quoted is no less a quote where the mail leads elsewhere', async () => {
    const quote = `<blockquote><p>図面を送ります。<a href="${OWN}">図面</a></p></blockquote>`
    const body = `<p>ご覧ください <a href="${ATTACK}">doc</a></p>${quote}`
    const { values, asked } = await draftFromMail(toMail('text/html', [body]))
    expect(values).toContain(`url ${ATTACK}`)
    expect(values.join('\n')).not.toContain('akagane')
    expect(asked).toContain('quoted-place akagane-works.example')
  })

  test('what is written below marked lines is the sender’s', async () => {
    const body = ['> see', `> ${OWN}`, '', NEW, ATTACK]
    const { values } = await draftFromMail(
      toMail('text/plain', ['On 2026/11/16, Mori wrote:', ...body]),
    )
    expect(values).toContain(`url ${ATTACK}`)
    expect(values.join('\n')).not.toContain('akagane')
  })

  test('a person publishes what only looks like a quote', async () => {
    const body = [NEW, 'From: Scanner 4F', 'To: mori@hoshimi-kiko.example', '', LINK]
    const lines = toMail('text/plain', body)
    expect((await draftFromMail(lines)).values.join('\n')).not.toContain('parcel-two')
    const decisions = { [toQuestionId('quoted-place', 'parcel-two.test')]: 'keep' } as const
    const { values } = await draftFromMail(lines, { decisions })
    expect(values).toContain(`url ${LINK}`)
    expect(values).toContain('domain open.parcel-two.test')
  })

  test.each([
    ['https://evil-pay.workers.dev/', 'evil-pay.workers.dev'],
    ['https://d1a2b3.cloudfront.net/', 'd1a2b3.cloudfront.net'],
    ['https://hoshi.sharepoint.com/', 'hoshi.sharepoint.com'],
    ['https://www.google.com/?q=evil', 'www.google.com/?q=evil'],
    ['https://drive.google.com/?id=abc', 'drive.google.com/?id=abc'],
  ])('a page at what all use is asked about, be it a front page: %s', async (link, place) => {
    const lines = toMail('text/plain', [ABOVE, 'From: Taro', 'Sent: Monday', '', link])
    const { values, asked } = await draftFromMail(lines)
    expect(values.filter((value) => value.includes(place))).toEqual([])
    expect(asked).toContain(`quoted-place ${place}`)
  })

  test('a thread of many places is asked about once, and of what is known or everybody’s not', async () => {
    const places = ['a', 'b', 'c', 'd', 'e'].map((name) => `https://www.works-${name}.example/x`)
    const others = ['https://www.hoshimi-kiko.example/x', 'https://www.facebook.com/']
    const { asked } = await draftFromMail(
      toMail('text/plain', [ABOVE, 'From: Taro', 'Sent: Monday', '', ...places, ...others]),
    )
    expect(asked.filter((one) => one.startsWith('quoted-place'))).toEqual([
      'quoted-place works-a.example works-b.example works-c.example works-d.example works-e.example',
    ])
  })
})

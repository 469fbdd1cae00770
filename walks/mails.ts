import { mailBytes } from '../hub/src/testing/mails.ts'

/** A fraud mail that names its victim in every place an attacker would. */
export function fraudMail(number = 1): Buffer {
  const token = Buffer.from('provider@shiomizaka-seiki.example').toString('base64url')
  return mailBytes({
    from: '"Irabu Valve" <billing@irabu-va1ve.example>',
    to: '鳴滝 惣一 <provider@shiomizaka-seiki.example>',
    subject: `【潮見坂精機様】お振込先変更のご連絡 ${number}`,
    headers: ['Reply-To: payments@mailbox-relay.test'],
    text: [
      '潮見坂精機株式会社 鳴滝様',
      '',
      '伊良部バルブの経理担当です。次回のお支払いから振込先の口座を変更いたします。',
      `https://pay.mailbox-relay.test/confirm?u=${token}&n=${number}`,
      '',
    ].join('\r\n'),
  })
}

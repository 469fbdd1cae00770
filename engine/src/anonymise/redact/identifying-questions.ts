import { toCompanyAlias } from '../aliases.ts'
import { askAbout, ofSeveral, type QuestionDraft } from '../question.ts'

/** The attacker's own data that would name the victim (SPEC A-1): each is a question with a safe proposal. */
export function domainQuestion(domain: string, letter: string): QuestionDraft {
  const { ja, en } = toCompanyAlias(letter)
  return askAbout(domain, {
    kind: 'identifying-domain',
    say: {
      ja: `偽ドメインの綴りから、${ja}が分かります`,
      en: `The false domain’s spelling gives ${en} away`,
    },
    why: {
      ja: 'そのまま出すと遮断に使えますが、名前が推測できます。',
      en: 'Published as it is it can be blocked, but the name can be guessed.',
    },
    choices: ['pattern', 'ask', 'omit'],
  })
}

export function addressQuestion(address: string): QuestionDraft {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return askAbout(address, {
    kind: 'identifying-address',
    say: {
      ja: `攻撃者のアドレスの「@」より前に、知られている名前があります`,
      en: 'The attacker’s address holds a known name before the “@”',
    },
    why: {
      ja: `「****@${domain}」とすれば、名前を出さずに遮断できます。`,
      en: `As “****@${domain}” it can be blocked without the name.`,
    },
    choices: ['pattern', 'ask', 'omit'],
  })
}

/** A local part that is no word may be the recipient, in a form that only the attacker can read (T03, T20). */
export function codedAddressQuestion(address: string): QuestionDraft {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return askAbout(address, {
    kind: 'identifying-address',
    say: {
      ja: '攻撃者のアドレスの「@」より前は、受信者を示す符号かもしれません',
      en: 'What stands before the “@” of the attacker’s address may be a code for the recipient',
    },
    why: {
      ja: `受信者ごとに作られた符号なら、出すと受信者が分かります。「****@${domain}」とすれば、符号を出さずに遮断できます。`,
      en: `If it was made for one recipient, it gives the recipient away. As “****@${domain}” it can be blocked without the code.`,
    },
    choices: ['pattern', 'ask', 'omit'],
  })
}

/** The lower half of an IPv6 address, where a sender has room for a code for each recipient. */
export const codedIpQuestion = (ip: string, network: string): QuestionDraft =>
  askAbout(ip, {
    kind: 'identifying-domain',
    say: {
      ja: 'IPv6アドレスの後半は、受信者を示す符号かもしれません',
      en: 'The second half of an IPv6 address may be a code for the recipient',
    },
    why: {
      ja: `後半の64ビットは、攻撃者が受信者ごとに変えられます。「${network}」とすれば、符号を出さずに遮断できます。`,
      en: `An attacker can use another one for each recipient. As “${network}” it can be blocked without the code.`,
    },
    choices: ['pattern', 'ask', 'omit'],
  })

/** Names that stand nowhere but beside an address in the evidence: a person tells an employee from a planted word. */
export const metNameQuestion = (
  value: string,
  choices: readonly [QuestionDraft['proposed'], QuestionDraft['proposed']],
): QuestionDraft =>
  askAbout(value, {
    kind: 'met-name',
    say: {
      ja: '攻撃者の情報に、メールで提供元のアドレスに添えられた名前があります',
      en: 'The attacker’s data holds a name that the mail puts beside an address of the provider',
    },
    why: {
      ja: '登録された名前ではありません。提供元の人なら出さず、攻撃者がわざと書いた言葉なら残してください。',
      en: 'No register holds it. Leave it out if it is somebody of the provider; keep it if the attacker wrote the word there on purpose.',
    },
    choices,
  })

/** A word of a subject or a file name that nothing but another text of its mail makes a name. */
export const shownNameQuestion = (value: string): QuestionDraft =>
  askAbout(value, {
    kind: 'met-name',
    say: {
      ja: '件名かファイル名に、同じメールの別の箇所が人の名前として書いた言葉があります',
      en: 'A subject or a file name holds a word that another text of the mail writes as somebody’s name',
    },
    why: {
      ja: '登録された名前ではありません。提供元や取引先の人なら出さず、攻撃者がわざと名前のように書いた言葉なら残してください。',
      en: 'No register holds it. Leave it out if it is somebody of the provider or a partner; keep it if the attacker wrote the word like a name on purpose.',
    },
    choices: ['omit', 'keep'],
  })

export const urlQuestion = (url: string): QuestionDraft =>
  askAbout(url, {
    kind: 'identifying-url',
    say: {
      ja: 'URLの符号は、受信者を示します',
      en: 'The code in the link points at the recipient',
    },
    why: {
      ja: '攻撃者は、符号をだれに送ったかを知っています。符号を除けば、形だけで見分けられます。',
      en: 'The attacker knows whom he sent the code to. Without it the link can still be told by its shape.',
    },
    choices: ['pattern', 'ask', 'omit'],
  })

/** Links to places that all share, which nothing but their codes tells apart: a form, a file, a short name. */
export function sharedLinkQuestion(urls: readonly string[]): QuestionDraft {
  return {
    ...urlQuestion(''),
    ...ofSeveral(urls),
    isOneLot: true,
    say: {
      ja: '多くの人が使うサービスへのリンクは、符号を除くと、どのページのものか分かりません',
      en: 'Without its code, a link to a service that many people use tells nobody which page it is',
    },
    why: {
      ja: '受信者ごとに作られた符号なら、出すと受信者が分かります。攻撃者がひとつだけ作ったフォーム、ファイル、短縮URLで、だれにも同じものが届いているなら、許可を得て出すと、遮断や検索に使えます。',
      en: 'If the code was made for one recipient, it gives the recipient away. If it is one form, file or short address that everybody got, publish it with permission: then it can be blocked and searched for.',
    },
  }
}

/** A part of somebody's name, which may as well be a piece of another word. */
export const namePartQuestion = (value: string): QuestionDraft =>
  askAbout(value, {
    kind: 'name-part',
    say: {
      ja: '攻撃者の情報に、登録された人の名前の一部と同じつづりがあります',
      en: 'The attacker’s data holds the same letters as part of a registered person’s name',
    },
    why: {
      ja: '別の言葉の一部なら、許可を求めて出してください。その人を指すなら、出さないでください。',
      en: 'If they are a piece of another word, publish it with permission. If they mean that person, leave it out.',
    },
    choices: ['omit', 'ask'],
  })

/** The files of one mail, and of others that share one with it, asked about together: nobody answers a hundred questions about one archive with care. */
export const hashQuestion = (sha256s: readonly string[]): QuestionDraft =>
  askAbout(sha256s, {
    kind: 'identifying-hash',
    isOneLot: true,
    say: {
      ja: 'このファイルは、受信者ごとに作られたものかもしれません',
      en: 'This file may have been made for one recipient',
    },
    why: {
      ja: '受信者ごとに作られたファイルなら、ハッシュ値から受信者が分かります。ほかの会員が同じファイルを送っていても、攻撃者自身が送れるため、証拠になりません。',
      en: 'If it was, its hash points at that recipient. That another member sent the same file proves nothing: the attacker can send it himself.',
    },
    choices: ['omit', 'ask'],
  })

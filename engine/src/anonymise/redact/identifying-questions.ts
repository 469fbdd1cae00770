import { toCompanyAlias } from '../aliases.ts'
import { ofSeveral, type QuestionDraft } from '../question.ts'

/** The attacker's own data that would name the victim (SPEC A-1): each is a question with a safe proposal. */
export function domainQuestion(domain: string, letter: string): QuestionDraft {
  const { ja, en } = toCompanyAlias(letter)
  return {
    kind: 'identifying-domain',
    value: domain,
    say: {
      ja: `偽ドメインの綴りから、${ja}が分かります`,
      en: `The false domain’s spelling gives ${en} away`,
    },
    why: {
      ja: 'そのまま出すと遮断に使えますが、名前が推測できます。',
      en: 'Published as it is it can be blocked, but the name can be guessed.',
    },
    choices: ['pattern', 'ask', 'omit'],
    proposed: 'pattern',
  }
}

export function addressQuestion(address: string): QuestionDraft {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return {
    kind: 'identifying-address',
    value: address,
    say: {
      ja: `攻撃者のアドレスの「@」より前に、知られている名前があります`,
      en: 'The attacker’s address holds a known name before the “@”',
    },
    why: {
      ja: `「****@${domain}」とすれば、名前を出さずに遮断できます。`,
      en: `As “****@${domain}” it can be blocked without the name.`,
    },
    choices: ['pattern', 'ask', 'omit'],
    proposed: 'pattern',
  }
}

/** A local part that is no word may be the recipient, in a form that only the attacker can read (T03, T20). */
export function codedAddressQuestion(address: string): QuestionDraft {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return {
    kind: 'identifying-address',
    value: address,
    say: {
      ja: '攻撃者のアドレスの「@」より前は、受信者を示す符号かもしれません',
      en: 'What stands before the “@” of the attacker’s address may be a code for the recipient',
    },
    why: {
      ja: `受信者ごとに作られた符号なら、出すと受信者が分かります。「****@${domain}」とすれば、符号を出さずに遮断できます。`,
      en: `If it was made for one recipient, it gives the recipient away. As “****@${domain}” it can be blocked without the code.`,
    },
    choices: ['pattern', 'ask', 'omit'],
    proposed: 'pattern',
  }
}

/** The lower half of an IPv6 address, where a sender has room for a code for each recipient. */
export function codedIpQuestion(ip: string, network: string): QuestionDraft {
  return {
    kind: 'identifying-domain',
    value: ip,
    say: {
      ja: 'IPv6アドレスの後半は、受信者を示す符号かもしれません',
      en: 'The second half of an IPv6 address may be a code for the recipient',
    },
    why: {
      ja: `後半の64ビットは、攻撃者が受信者ごとに変えられます。「${network}」とすれば、符号を出さずに遮断できます。`,
      en: `An attacker can use another one for each recipient. As “${network}” it can be blocked without the code.`,
    },
    choices: ['pattern', 'ask', 'omit'],
    proposed: 'pattern',
  }
}

/** Names that stand nowhere but beside an address in the evidence: a person tells an employee from a planted word. */
export function metNameQuestion(
  value: string,
  choices: readonly [QuestionDraft['proposed'], QuestionDraft['proposed']],
): QuestionDraft {
  return {
    kind: 'met-name',
    value,
    say: {
      ja: '攻撃者の情報に、メールで提供元のアドレスに添えられた名前があります',
      en: 'The attacker’s data holds a name that the mail puts beside an address of the provider',
    },
    why: {
      ja: '登録された名前ではありません。提供元の人なら出さず、攻撃者がわざと書いた言葉なら残してください。',
      en: 'No register holds it. Leave it out if it is somebody of the provider; keep it if the attacker wrote the word there on purpose.',
    },
    choices,
    proposed: choices[0],
  }
}

/** A customer's name at a service for organisations: nothing in it says whether an attacker rents it. */
export function tenantQuestion(
  hosts: readonly string[],
  choices: readonly [QuestionDraft['proposed'], QuestionDraft['proposed']] = ['omit', 'keep'],
): QuestionDraft {
  return {
    kind: 'tenant',
    ...ofSeveral(hosts),
    say: {
      ja: '企業向けサービスの、契約組織ごとのホスト名があります',
      en: 'A host belongs to one customer of a service for organisations',
    },
    why: {
      ja: '提供元や取引先の契約なら、出すと名前が分かります。攻撃者が契約したものか、乗っ取られたものかを確かめ、攻撃者のものだけを出してください。',
      en: 'If the provider or a partner is that customer, it gives them away. Publish it only if the attacker rents it.',
    },
    choices,
    proposed: choices[0],
  }
}

/** Whose it is the question does not say: whoever reads it over a shoulder, or in a log, learns no member's name. */
export function registeredQuestion(value: string): QuestionDraft {
  return {
    kind: 'registered-place',
    value,
    say: {
      ja: 'ハブに登録されたドメインやアドレスが、攻撃者のものとして出ようとしています',
      en: 'Something registered at the hub is about to go out as the attacker’s',
    },
    why: {
      ja: '返信先やリンクは、差出人が好きに書けます。ハブが確認したドメインと担当者のアドレスは、遮断用のリストにはどの場合も載せません。会員が自分で登録しただけのホスト名、ネットワーク、取引先、人のアドレスは、出すと遮断用のリストにも載ります。乗っ取られて攻撃に使われていると確かめられたときだけ、出してください。出さないと、メールを提供した組織には、登録されていることが推測できます。登録の有無を探るために書かれたと思われるメールは、共有しないでください。',
      en: 'A sender writes any reply address or link he likes. A domain or contact that the hub has confirmed never goes on a list for blocking; a host, network, partner or person that a member entered by itself does if you publish it. Publish it only if you know that it was taken over and used in the attack. That it is missing lets whoever handed the mail in guess that it is registered: do not share a mail that looks written to find that out.',
    },
    choices: ['omit', 'keep'],
    proposed: 'omit',
  }
}

/** One mail names many members: as much as whoever made it could guess at. */
export function manyRegisteredQuestion(places: readonly string[]): QuestionDraft {
  return {
    kind: 'many-registered',
    ...ofSeveral(places),
    say: {
      ja: `ひとつの提供元のメールに、ハブに登録されたドメインやアドレスが${places.length}件あります`,
      en: `The mails of one provider hold ${places.length} places registered at the hub`,
    },
    why: {
      ja: 'どの組織が登録しているかを探るために、書き並べられたのかもしれません。この提供元だけから届いたドメインやリンクは、登録のないものもまとめて伏せます。攻撃メールに違いないときは「そのまま出す」を選び、ひとつずつ答えてください。',
      en: 'They may have been lined up to learn who is registered. Everything like them that only this provider handed in is left out together, registered or not. If it is surely an attack, publish, and answer for each.',
    },
    choices: ['omit', 'keep'],
    proposed: 'omit',
  }
}

/** Somebody registered stands in what one provider alone handed in: whoever plants names learns nothing from the answer. */
export function foreignQuestion(value: string): QuestionDraft {
  return {
    kind: 'foreign-name',
    value,
    say: {
      ja: 'ひとつの提供元だけから届いた値に、ハブに登録された組織の名前やドメインがあります',
      en: 'Only one provider handed this in, and it holds a name or domain of somebody registered at the hub',
    },
    why: {
      ja: '提供元の取引先かもしれません。ほかにどの組織が提供したかを知るために、わざと書かれたのかもしれません。伏せておけば、その組織が提供元でもそうでなくても、文面は同じです。攻撃者のもので、遮断に必要だと確かめられたときだけ、そのまま出してください。',
      en: 'It may be somebody the provider deals with, or have been written to learn who else provided. As long as it is hidden, the text is the same whether that organisation provided or not. Publish it as it is only if it is the attacker’s and is needed for blocking.',
    },
    choices: ['pattern', 'keep'],
    proposed: 'pattern',
  }
}

/** A correspondent whom nobody has registered: quoted mail names him, and anybody can write a quote. */
export function correspondentQuestion(observed: string, genuine: string): QuestionDraft {
  return {
    kind: 'resembling-domain',
    value: observed,
    say: {
      ja: `差出人のドメインは、登録のない相手（${genuine}）に似ています`,
      en: `The sender’s domain resembles that of somebody whom nobody has registered (${genuine})`,
    },
    why: {
      ja: '引用されたメールは、だれにでも書けます。相手が提供元の本当の取引先で、そこから提供元が分かるときだけ、出さないでください。',
      en: 'Anybody can write a quoted mail. Leave it out only if it is a real partner of the provider and gives the provider away.',
    },
    choices: ['keep', 'omit'],
    proposed: 'keep',
  }
}

/** A sender that failed the checks of the receiving servers: borrowed, or the attacker's own that he lets fail. */
export function borrowedSenderQuestion(domain: string): QuestionDraft {
  return {
    kind: 'borrowed-sender',
    value: domain,
    say: {
      ja: '差出人のドメインは、受信側の送信元認証に失敗しています',
      en: 'The sender’s domain failed the checks of the receiving servers',
    },
    why: {
      ja: '無関係の組織のドメインが差出人の表示に使われただけなら、その組織まで遮断されるため、出さないでください。その組織のページへのリンクも、一緒に出なくなります。攻撃者は、自分のドメインの認証をわざと失敗させることもできます。攻撃者のものなら、そのまま出してください。',
      en: 'If the mail only borrowed the name of somebody who has nothing to do with it, leave it out, or everybody will block that organisation too; links to its pages stay inside with it. But an attacker can have his own domain fail on purpose: if it is his, publish it.',
    },
    choices: ['keep', 'omit'],
    proposed: 'keep',
  }
}

/** What only stands between a mail and where its links lead: a gateway of the receiving side, or the attacker's. */
export function rewritingPlaceQuestion(place: string): QuestionDraft {
  return {
    kind: 'rewriting-place',
    value: place,
    say: {
      ja: 'ここへのリンクに、別のサイトへ転送するものがあります',
      en: 'A link to this place leads on to another site',
    },
    why: {
      ja: '受信側のメールゲートウェイがリンクを書き換えたものなら、ホスト名から提供元が分かるため、出さないでください。攻撃者の転送サイトなら、そのまま出してください。転送先は、どちらの場合も共有されます。',
      en: 'If a mail gateway of the receiving side rewrote the links, its host gives the provider away: leave it out. Publish it if the redirector is the attacker’s. Where the links lead is shared in either case.',
    },
    choices: ['omit', 'keep'],
    proposed: 'omit',
  }
}

export function urlQuestion(url: string): QuestionDraft {
  return {
    kind: 'identifying-url',
    value: url,
    say: {
      ja: 'URLの符号は、受信者を示します',
      en: 'The code in the link points at the recipient',
    },
    why: {
      ja: '攻撃者は、符号をだれに送ったかを知っています。符号を除けば、形だけで見分けられます。',
      en: 'The attacker knows whom he sent the code to. Without it the link can still be told by its shape.',
    },
    choices: ['pattern', 'ask', 'omit'],
    proposed: 'pattern',
  }
}

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
export function namePartQuestion(value: string): QuestionDraft {
  return {
    kind: 'name-part',
    value,
    say: {
      ja: '攻撃者の情報に、登録された人の名前の一部と同じつづりがあります',
      en: 'The attacker’s data holds the same letters as part of a registered person’s name',
    },
    why: {
      ja: '別の言葉の一部なら、許可を求めて出してください。その人を指すなら、出さないでください。',
      en: 'If they are a piece of another word, publish it with permission. If they mean that person, leave it out.',
    },
    choices: ['omit', 'ask'],
    proposed: 'omit',
  }
}

/** The files of one mail, and of others that share one with it, asked about together: nobody answers a hundred questions about one archive with care. */
export function hashQuestion(sha256s: readonly string[]): QuestionDraft {
  return {
    kind: 'identifying-hash',
    ...ofSeveral(sha256s),
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
    proposed: 'omit',
  }
}

export function conversationQuestion(subject: string): QuestionDraft {
  return {
    kind: 'conversation-subject',
    value: subject,
    say: {
      ja: '件名が、実際のやり取りから取られたように見えます',
      en: 'The subject seems to be taken from a real conversation',
    },
    why: {
      ja: '実際のやり取りの件名なら、当事者に提供元が分かります。引用や、返信であることを示すヘッダが攻撃者の作り話なら、件名は攻撃の発見に使えます。',
      en: 'If the conversation is real, its parties know whose it is. If the attacker made up the quoted mail, or the header that says whose mail this one answers, the subject helps to find his mails.',
    },
    choices: ['omit', 'keep'],
    proposed: 'omit',
  }
}

/** One host, or all of a mail that names more than it can have come by. */
export function sendingHostQuestion(values: readonly string[]): QuestionDraft {
  return {
    kind: 'sending-host',
    ...ofSeveral(values),
    say: {
      ja: 'メールを中継したホストが、受信側のものかもしれません',
      en: 'A host that relayed the mail may be the receiving side’s',
    },
    why: {
      ja: '受信側のホストであれば、出すと受信した組織が分かります。攻撃者のホストだけを出してください。',
      en: 'If it is the receiving side’s, it gives the recipient away. Publish only the attacker’s.',
    },
    choices: ['omit', 'keep'],
    proposed: 'omit',
  }
}

/** A host of a service that carries the mail of many: to block it would cut all of them off. */
export function sharedNetworkQuestion(value: string): QuestionDraft {
  return {
    ...sendingHostQuestion([value]),
    say: {
      ja: 'メールを中継したホストは、多くの組織が使うサービスのものです',
      en: 'A host that relayed the mail is a service’s that many organisations use',
    },
    why: {
      ja: 'メールサービスやCDNのアドレスは、無関係の利用者も使っています。遮断用のリストにはどの場合も載せません。受信側が契約するサービスなら、提供元の手がかりにもなります。調査に役立つときだけ、出してください。',
      en: 'People who have nothing to do with the attack use the same address. It never goes on a list for blocking. If the receiving side uses that service, it is a clue to the provider too. Publish it only if it helps an investigation.',
    },
  }
}

/** An address beside those of the provider: companies rent them in rows. */
export function neighbourQuestion(value: string): QuestionDraft {
  return {
    ...sendingHostQuestion([value]),
    say: {
      ja: '提供元のアドレスと同じ並びのIPアドレスがあります',
      en: 'An IP address lies in one row with the provider’s own',
    },
  }
}

export function logSourcesQuestion(addresses: readonly string[]): QuestionDraft {
  return {
    kind: 'log-sources',
    ...ofSeveral(addresses),
    say: {
      ja: '攻撃元に、提供元が依頼した診断や監視が含まれていないか確かめてください',
      en: 'Make sure that none of these sources is a scan the provider ordered, or its monitoring',
    },
    why: {
      ja: '脆弱性診断や監視は攻撃と同じ要求を送ります。そのアドレスを出すと提供元が分かります。一部だけ除くときは、出すことにしてから文面で消せます。',
      en: 'Ordered scans and monitoring send the same requests as an attacker, and their addresses give the provider away. To leave out some, publish them and take these out of the text.',
    },
    choices: ['keep', 'omit'],
    proposed: 'keep',
  }
}

export function ownSourcesQuestion(addresses: readonly string[]): QuestionDraft {
  return {
    kind: 'own-log-sources',
    ...ofSeveral(addresses),
    say: {
      ja: '提供元や、ハブに登録された組織のものらしい送信元があります',
      en: 'Some sources appear to be those of the provider, or of somebody registered at the hub',
    },
    why: {
      ja: '依頼された診断や監視と思われます。アドレスを出すと、どの組織か分かります。',
      en: 'They look like a scan or monitoring that was ordered, and their addresses give the organisation away.',
    },
    choices: ['omit', 'keep'],
    proposed: 'omit',
  }
}

export function logSourceQuestion(address: string): QuestionDraft {
  return {
    kind: 'log-source',
    value: address,
    say: {
      ja: 'アクセスログの送信元に、探索以外の要求が多いものがあります',
      en: 'A source in the access log sent mostly ordinary requests',
    },
    why: {
      ja: '社内や利用者のネットワークの出口であれば、出すと提供元が分かります。攻撃者のアドレスだけを出してください。',
      en: 'If it is the way out of the provider’s or a customer’s network, it gives them away. Publish only the attacker’s.',
    },
    choices: ['omit', 'keep'],
    proposed: 'omit',
  }
}

/** Crawlers, resolvers and gateways through which many people's requests come. */
export function sharedSourceQuestion(address: string): QuestionDraft {
  return {
    ...logSourceQuestion(address),
    say: {
      ja: 'アクセスログの送信元に、多くの人が使うサービスのものがあります',
      en: 'A source in the access log belongs to a service that many people use',
    },
    why: {
      ja: '検索エンジンのクローラーやCDNのアドレスには、無関係の利用者の通信も混ざります。遮断用のリストにはどの場合も載せません。調査に役立つときだけ、出してください。',
      en: 'Crawlers of search engines and delivery networks carry the requests of people who have nothing to do with the attack. It never goes on a list for blocking. Publish it only if it helps an investigation.',
    },
  }
}

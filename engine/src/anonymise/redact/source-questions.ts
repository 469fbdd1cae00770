import { askAbout, type QuestionDraft } from '../question.ts'

/** One host, or all of a mail that names more than it can have come by. */
export const sendingHostQuestion = (values: readonly string[]): QuestionDraft =>
  askAbout(values, {
    kind: 'sending-host',
    say: {
      ja: 'メールを中継したホストが、受信側のものかもしれません',
      en: 'A host that relayed the mail may be the receiving side’s',
    },
    why: {
      ja: '受信側のホストであれば、出すと受信した組織が分かります。攻撃者のホストだけを出してください。',
      en: 'If it is the receiving side’s, it gives the recipient away. Publish only the attacker’s.',
    },
    choices: ['omit', 'keep'],
  })

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

/** What stands in one network of version 6 with a host that was left out: one site has it, or the customers of one cloud. */
export function sameNetworkQuestion(value: string): QuestionDraft {
  return {
    ...sendingHostQuestion([value]),
    say: {
      ja: 'このIPv6アドレスは、受信側のものとして出さないことにした中継ホストと同じネットワークにあります',
      en: 'This IPv6 address lies in one network with a relaying host that is left out as the receiving side’s',
    },
    why: {
      ja: '同じネットワーク（/64）は、ふつうひとつの組織が使います。受信側のものであれば、出すと受信した組織が分かります。クラウドでは、攻撃者が同じネットワークのアドレスを借りることもあります。攻撃者のものなら、そのまま出してください。',
      en: 'One organisation usually has all of such a network (/64): if it is the receiving side’s, it gives the recipient away. In a cloud an attacker may rent an address in the same one, and he can write a host beside his own into a header: publish it if it is his.',
    },
  }
}

export const logSourcesQuestion = (addresses: readonly string[]): QuestionDraft =>
  askAbout(addresses, {
    kind: 'log-sources',
    say: {
      ja: '攻撃元に、提供元が依頼した診断や監視が含まれていないか確かめてください',
      en: 'Make sure that none of these sources is a scan the provider ordered, or its monitoring',
    },
    why: {
      ja: '脆弱性診断や監視は攻撃と同じ要求を送ります。そのアドレスを出すと提供元が分かります。一部だけ除くときは、出すことにしてから文面で消せます。',
      en: 'Ordered scans and monitoring send the same requests as an attacker, and their addresses give the provider away. To leave out some, publish them and take these out of the text.',
    },
    choices: ['keep', 'omit'],
  })

export const ownSourcesQuestion = (addresses: readonly string[]): QuestionDraft =>
  askAbout(addresses, {
    kind: 'own-log-sources',
    say: {
      ja: '提供元や、ハブに登録された組織のものらしい送信元があります',
      en: 'Some sources appear to be those of the provider, or of somebody registered at the hub',
    },
    why: {
      ja: '依頼された診断や監視と思われます。アドレスを出すと、どの組織か分かります。',
      en: 'They look like a scan or monitoring that was ordered, and their addresses give the organisation away.',
    },
    choices: ['omit', 'keep'],
  })

export const logSourceQuestion = (address: string): QuestionDraft =>
  askAbout(address, {
    kind: 'log-source',
    say: {
      ja: 'アクセスログの送信元に、探索以外の要求が多いものがあります',
      en: 'A source in the access log sent mostly ordinary requests',
    },
    why: {
      ja: '社内や利用者のネットワークの出口であれば、出すと提供元が分かります。攻撃者のアドレスだけを出してください。',
      en: 'If it is the way out of the provider’s or a customer’s network, it gives them away. Publish only the attacker’s.',
    },
    choices: ['omit', 'keep'],
  })

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

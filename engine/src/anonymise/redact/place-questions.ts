import { askAbout, type QuestionDraft } from '../question.ts'

/** A customer's name at a service for organisations: nothing in it says whether an attacker rents it. */
export const tenantQuestion = (
  hosts: readonly string[],
  choices: readonly [QuestionDraft['proposed'], QuestionDraft['proposed']] = ['omit', 'keep'],
): QuestionDraft =>
  askAbout(hosts, {
    kind: 'tenant',
    say: {
      ja: '企業向けサービスの、契約組織ごとのホスト名があります',
      en: 'A host belongs to one customer of a service for organisations',
    },
    why: {
      ja: '提供元や取引先の契約なら、出すと名前が分かります。攻撃者が契約したものか、乗っ取られたものかを確かめ、攻撃者のものだけを出してください。',
      en: 'If the provider or a partner is that customer, it gives them away. Publish it only if the attacker rents it.',
    },
    choices,
  })

/** Whose it is the question does not say: whoever reads it over a shoulder, or in a log, learns no member's name. */
export const registeredQuestion = (value: string): QuestionDraft =>
  askAbout(value, {
    kind: 'registered-place',
    say: {
      ja: 'ハブに登録されたドメインやアドレスが、攻撃者のものとして出ようとしています',
      en: 'Something registered at the hub is about to go out as the attacker’s',
    },
    why: {
      ja: '返信先やリンクは、差出人が好きに書けます。ハブが確認したドメインと担当者のアドレスは、遮断用のリストにはどの場合も載せません。会員が自分で登録しただけのホスト名、ネットワーク、取引先、人のアドレスは、出すと遮断用のリストにも載ります。乗っ取られて攻撃に使われていると確かめられたときだけ、出してください。出さないと、メールを提供した組織には、登録されていることが推測できます。登録の有無を探るために書かれたと思われるメールは、共有しないでください。',
      en: 'A sender writes any reply address or link he likes. A domain or contact that the hub has confirmed never goes on a list for blocking; a host, network, partner or person that a member entered by itself does if you publish it. Publish it only if you know that it was taken over and used in the attack. That it is missing lets whoever handed the mail in guess that it is registered: do not share a mail that looks written to find that out.',
    },
    choices: ['omit', 'keep'],
  })

/** One mail names many members: as much as whoever made it could guess at. */
export const manyRegisteredQuestion = (places: readonly string[]): QuestionDraft =>
  askAbout(places, {
    kind: 'many-registered',
    say: {
      ja: `ひとつの提供元のメールに、ハブに登録されたドメインやアドレスが${places.length}件あります`,
      en: `The mails of one provider hold ${places.length} places registered at the hub`,
    },
    why: {
      ja: 'どの組織が登録しているかを探るために、書き並べられたのかもしれません。この提供元だけから届いたドメインやリンクは、登録のないものもまとめて伏せます。攻撃メールに違いないときは「そのまま出す」を選び、ひとつずつ答えてください。',
      en: 'They may have been lined up to learn who is registered. Everything like them that only this provider handed in is left out together, registered or not. If it is surely an attack, publish, and answer for each.',
    },
    choices: ['omit', 'keep'],
  })

/** Somebody registered stands in what one provider alone handed in: whoever plants names learns nothing from the answer. */
export const foreignQuestion = (value: string): QuestionDraft =>
  askAbout(value, {
    kind: 'foreign-name',
    say: {
      ja: 'ひとつの提供元だけから届いた値に、ハブに登録された組織の名前やドメインがあります',
      en: 'Only one provider handed this in, and it holds a name or domain of somebody registered at the hub',
    },
    why: {
      ja: '提供元の取引先かもしれません。ほかにどの組織が提供したかを知るために、わざと書かれたのかもしれません。伏せておけば、その組織が提供元でもそうでなくても、文面は同じです。攻撃者のもので、遮断に必要だと確かめられたときだけ、そのまま出してください。',
      en: 'It may be somebody the provider deals with, or have been written to learn who else provided. As long as it is hidden, the text is the same whether that organisation provided or not. Publish it as it is only if it is the attacker’s and is needed for blocking.',
    },
    choices: ['pattern', 'keep'],
  })

/** A correspondent whom nobody has registered: quoted mail names him, and anybody can write a quote. */
export const correspondentQuestion = (observed: string, genuine: string): QuestionDraft =>
  askAbout(observed, {
    kind: 'resembling-domain',
    say: {
      ja: `差出人のドメインは、登録のない相手（${genuine}）に似ています`,
      en: `The sender’s domain resembles that of somebody whom nobody has registered (${genuine})`,
    },
    why: {
      ja: '引用されたメールは、だれにでも書けます。相手が提供元の本当の取引先で、そこから提供元が分かるときだけ、出さないでください。',
      en: 'Anybody can write a quoted mail. Leave it out only if it is a real partner of the provider and gives the provider away.',
    },
    choices: ['keep', 'omit'],
  })

/** A sender that failed the checks of the receiving servers: borrowed, or the attacker's own that he lets fail. */
export const borrowedSenderQuestion = (domain: string): QuestionDraft =>
  askAbout(domain, {
    kind: 'borrowed-sender',
    say: {
      ja: '差出人のドメインは、受信側の送信元認証に失敗しています',
      en: 'The sender’s domain failed the checks of the receiving servers',
    },
    why: {
      ja: '無関係の組織のドメインが差出人の表示に使われただけなら、その組織まで遮断されるため、出さないでください。その組織のページへのリンクも、一緒に出なくなります。攻撃者は、自分のドメインの認証をわざと失敗させることもできます。攻撃者のものなら、そのまま出してください。',
      en: 'If the mail only borrowed the name of somebody who has nothing to do with it, leave it out, or everybody will block that organisation too; links to its pages stay inside with it. But an attacker can have his own domain fail on purpose: if it is his, publish it.',
    },
    choices: ['keep', 'omit'],
  })

/** Everything about the sender is right: a victim whose account was taken over, or an attacker with a domain of his own. */
export const takenAccountQuestion = (sender: string): QuestionDraft =>
  askAbout(sender, {
    kind: 'taken-account',
    say: {
      ja: '差出人は、送信元認証に成功しています。乗っ取られたアカウントかもしれません',
      en: 'The sender passed the checks of the receiving servers: the account may have been taken over',
    },
    why: {
      ja: '実在する組織のアカウントが乗っ取られて使われたのなら、その組織も被害者です。取引先なら提供元も分かるため、出さないでください。攻撃者は、自分で登録したドメインでも認証に成功します。攻撃者のものなら、そのまま出してください。',
      en: 'If the account of a real organisation was taken over, that organisation is a victim too, and as a partner it gives the provider away: leave it out. But an attacker passes the same checks with a domain that he registered himself: if it is his, publish it.',
    },
    choices: ['omit', 'keep'],
  })

/** What only stands between a mail and where its links lead: a gateway of the receiving side, or the attacker's. */
export const rewritingPlaceQuestion = (place: string): QuestionDraft =>
  askAbout(place, {
    kind: 'rewriting-place',
    say: {
      ja: 'ここへのリンクに、別のサイトへ転送するものがあります',
      en: 'A link to this place leads on to another site',
    },
    why: {
      ja: '受信側のメールゲートウェイがリンクを書き換えたものなら、ホスト名から提供元が分かるため、出さないでください。攻撃者の転送サイトなら、そのまま出してください。転送先は、どちらの場合も共有されます。',
      en: 'If a mail gateway of the receiving side rewrote the links, its host gives the provider away: leave it out. Publish it if the redirector is the attacker’s. Where the links lead is shared in either case.',
    },
    choices: ['omit', 'keep'],
  })

/** The same where only the words of the link or its path tell of the other site, as a phisher writes them, too. */
export const showingPlaceQuestion = (
  place: string,
  choices: readonly [QuestionDraft['proposed'], QuestionDraft['proposed']],
): QuestionDraft =>
  askAbout(place, {
    kind: rewritingPlaceQuestion(place).kind,
    say: {
      ja: 'ここへのリンクは、文字やパスで別のサイトを示しています',
      en: 'A link to this place shows another site in its words or its path',
    },
    why: {
      ja: '受信側のメールゲートウェイがリンクを書き換えたものなら、ホスト名から提供元が分かるため、出さないでください。示されたサイトが、代わりに攻撃者のものとして出て、遮断用のリストにも載ります。攻撃者が見た目を偽っただけなら、そのまま出してください。示されたサイトは出しません。',
      en: 'If a mail gateway of the receiving side rewrote the links, its host gives the provider away: leave it out, and the site that is shown goes out in its place as the attacker’s, onto lists for blocking. If the attacker only shows a genuine site and leads to his own, publish it; the site that is shown stays out.',
    },
    choices,
  })

/** A gateway rewrites the lure as it does the footer of whoever passes a mail on: which of them this was no link tells. */
export const shownSiteQuestion = (site: string): QuestionDraft =>
  askAbout(site, {
    kind: 'shown-site',
    say: {
      ja: '出さないことにしたリンクが、文字やパスでこのサイトを示しています',
      en: 'A link that was left out shows this site in its words or its path',
    },
    why: {
      ja: 'メールゲートウェイは、攻撃者のリンクも、署名や末尾に書き足されたリンクも書き換えます。提供元や取引先のサイトなら提供元が分かり、無関係のサイトなら遮断されてしまうため、出さないでください。攻撃者のサイトなら、そのまま出してください。',
      en: 'A mail gateway rewrites the attacker’s links and those of a signature or an added footer alike. A site of the provider or a partner gives the provider away, and one that has nothing to do with the attack would be blocked: leave it out. Publish it if it is the attacker’s.',
    },
    choices: ['omit', 'keep'],
  })

export const conversationQuestion = (subject: string): QuestionDraft =>
  askAbout(subject, {
    kind: 'conversation-subject',
    say: {
      ja: '件名が、実際のやり取りから取られたように見えます',
      en: 'The subject seems to be taken from a real conversation',
    },
    why: {
      ja: '実際のやり取りの件名なら、当事者に提供元が分かります。引用や、返信であることを示すヘッダが攻撃者の作り話なら、件名は攻撃の発見に使えます。',
      en: 'If the conversation is real, its parties know whose it is. If the attacker made up the quoted mail, or the header that says whose mail this one answers, the subject helps to find his mails.',
    },
    choices: ['omit', 'keep'],
  })

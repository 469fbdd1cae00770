import { readAuthentication } from '../../authentication/read-authentication.ts'
import type { AuthenticationCheck } from '../../authentication/authentication.ts'
import type { HeaderField } from '../../evidence/message.ts'
import type { Bilingual } from '../../bilingual.ts'
import { defang } from '../../refang.ts'
import type { DomainRelation } from '../../register/register.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { hasAlignedPass, PROVING } from '../reading/proven-sender.ts'
import { isRelated } from '../reading/relations.ts'
import { SENDING_SERVICES } from '../tables/sending-services.ts'
import type { FindingDraft, Weight } from '../technique.ts'
import { findVoucher } from './find-voucher.ts'
import type { Subject } from './subject.ts'

type Said = Pick<FindingDraft, 'say'> & { readonly weight: Weight; readonly shown: HeaderField }

/** Tried in order; the first that has something to say is told. Missing results are never a reason. */
export const JUDGEMENTS: readonly ((subject: Subject) => Said | undefined)[] = [
  findForged,
  findPolicyFailure,
  findSpfFailure,
  findUnrelatedPass,
  findLookalikePass,
  findAlteredBody,
  findImpossibleDomain,
]

/** `notice@bank4711`: outside its own network no such domain exists, so nobody answers for it. */
function findImpossibleDomain({ from, checks }: Subject): Said | undefined {
  if (from.domain.includes('.') || from.domain.includes(':') || hasAlignedPass(checks))
    return undefined
  if (!checks.some((check) => isTrusted(check) && PROVING.has(check.method))) return undefined
  return {
    weight: 'weak',
    shown: from.header,
    say: {
      ja: `差出人のドメイン ${defang(from.domain)} には「.com」のような末尾がなく、社外から届くことのないものです。認証の対象になりません。`,
      en: `The sender’s domain ${defang(from.domain)} has no ending such as “.com”; no mail can come from it, and nothing can be authenticated.`,
    },
  }
}

function findForged({ forged, from }: Subject): Said | undefined {
  const [shown] = forged
  if (shown === undefined) return undefined
  return {
    weight: 'medium',
    shown,
    say: {
      ja: `受信側のサーバーの名前で「${defang(from.domain)} の認証に成功」と書かれた記録が、受信側では書けない位置にあります。送信者が書き足したものとみられます。`,
      en: `A result in the receiving server’s name claims that ${defang(from.domain)} passed, at a place where that server cannot have written it; the sender seems to have added it.`,
    },
  }
}

const isTrusted = (check: AuthenticationCheck) => check.isTrusted

/** Results that count: the receiving side's own, its filters' older copies included. */
function listTrusted({ checks }: Subject, method: string): AuthenticationCheck[] {
  return checks.filter((check) => isTrusted(check) && check.method === method)
}

function findPolicyFailure(subject: Subject): Said | undefined {
  const failed = listTrusted(subject, 'dmarc').find(({ result }) => result === 'fail')
  const voucher = findVoucher(subject)
  if (failed === undefined || voucher?.isKnown === true) return undefined
  if (listTrusted(subject, 'dmarc').some(({ result }) => result === 'pass')) return undefined
  const { from } = subject
  const relation = findRelation(subject)
  // Old boys' and hobby addresses forward for people nobody imitates.
  if (voucher !== undefined && relation === undefined) return undefined
  const isStrict = failed.policy === 'reject' || failed.policy === 'quarantine'
  const isActed = /action=(?:o?reject|quarantine)/i.test(failed.header.value.slice(0, 2_000))
  return {
    weight: voucher === undefined ? weighFailure(relation, isStrict || isActed) : 'weak',
    shown: failed.header,
    say: addAside(
      failed.by === undefined && failed.header === from.header
        ? sayComputed(from.domain, failed.recordedOn)
        : sayRecorded(from.domain),
      voucher?.domain,
    ),
  }
}

function sayRecorded(domain: string): Bilingual {
  return {
    ja: `受信サーバーは、${defang(domain)} を名乗るこのメールが、そのドメインのDMARC認証に失敗したと記録しています。`,
    en: `The receiving server recorded that this mail, which shows ${defang(domain)}, failed that domain’s DMARC.`,
  }
}

/** The hub's own verdict, out of DNS answers that somebody recorded. */
function sayComputed(domain: string, recordedOn = ''): Bilingual {
  const day =
    recordedOn === '' ? { ja: '', en: '' } : { ja: `（${recordedOn}）`, en: ` of ${recordedOn}` }
  return {
    ja: `記録されたDNSの回答${day.ja}に照らすと、${defang(domain)} を名乗るこのメールは、そのドメインのDMARC認証に失敗します。`,
    en: `By the DNS answers recorded here${day.en}, this mail, which shows ${defang(domain)}, fails that domain’s DMARC.`,
  }
}

function addAside(said: Bilingual, voucher: string | undefined): Bilingual {
  if (voucher === undefined) return said
  const named = voucher === '' ? { ja: '', en: '' } : toNamed(defang(voucher))
  return {
    ja: `${said.ja}転送者${named.ja}は認証に成功していたと述べていますが（ARC）、知られた転送者ではなく、同じことは誰にでも書けます。`,
    en: `${said.en} A forwarder${named.en} states that it had passed before (ARC), but is none that is known, and anybody can write that.`,
  }
}

const toNamed = (domain: string) => ({ ja: `（${domain}）`, en: ` (${domain})` })

function weighFailure(relation: DomainRelation | undefined, isStrict: boolean): Weight {
  if (relation === undefined) return isStrict ? 'medium' : 'weak'
  return isStrict ? 'strong' : 'medium'
}

function findRelation({ from, context }: Subject): DomainRelation | undefined {
  return context.register.ownerOf(from.organisation)?.relation
}

/** A domain without DMARC whose SPF says: this server is none of ours. */
function findSpfFailure(subject: Subject): Said | undefined {
  const { from } = subject
  const relation = findRelation(subject)
  const failed = listTrusted(subject, 'spf').find(
    ({ result, isAligned }) => result === 'fail' && isAligned === true,
  )
  if (failed === undefined || relation === undefined) return undefined
  if (hasAlignedPass(subject.checks) || findVoucher(subject) !== undefined) return undefined
  const seen = failed.ip === undefined ? '' : `（${defang(failed.ip)}）`
  return {
    weight: 'medium',
    shown: failed.header,
    say: {
      ja: `${defang(from.domain)} からのメールですが、送信したサーバー${seen}は、そのドメインの送信元として認められていません（SPF失敗）。`,
      en: `The mail shows ${defang(from.domain)}, but the server that sent it is not allowed to send for that domain (SPF fail).`,
    },
  }
}

/** Something passed, but for somebody else: a pass proves only the domain it names. */
function findUnrelatedPass(subject: Subject): Said | undefined {
  const { from, checks, context } = subject
  const relation = findRelation(subject)
  if (
    relation === undefined ||
    hasAlignedPass(subject.checks) ||
    findVoucher(subject) !== undefined
  )
    return undefined
  const passed = checks.filter(
    (check) => isTrusted(check) && check.result === 'pass' && check.isAligned === false,
  )
  const unrelated = passed.filter(
    ({ method, domain }) =>
      PROVING.has(method) &&
      domain !== undefined &&
      !isRelated(toOrganisation(domain), from.organisation, context.register),
  )
  const [first] = unrelated
  if (first?.domain === undefined || unrelated.length < passed.length) return undefined
  const isService = unrelated.some(({ domain = '' }) =>
    SENDING_SERVICES.has(toOrganisation(domain)),
  )
  return {
    weight: isService ? 'weak' : 'medium',
    shown: first.header,
    say: {
      ja: `差出人は ${defang(from.domain)} ですが、認証に成功したのは無関係な ${defang(first.domain)} だけです。`,
      en: `The sender shows ${defang(from.domain)}, but only the unrelated ${defang(first.domain)} was authenticated.`,
    },
  }
}

/** "It passed SPF and DKIM" is what a look-alike's owner wants to hear. */
function findLookalikePass(subject: Subject): Said | undefined {
  const { from, checks, context } = subject
  const [imitated] = context.register.findImitated(from.domain)
  if (imitated === undefined) return undefined
  const passed = checks.find(
    ({ isTrusted: trusted, result, isAligned, method }) =>
      trusted && result === 'pass' && isAligned === true && PROVING.has(method),
  )
  if (passed === undefined) return undefined
  return {
    weight: 'weak',
    shown: passed.header,
    say: {
      ja: `認証には成功していますが、${defang(imitated.genuine)} に似たドメイン ${defang(from.domain)} 自身の認証であり、本物である証明にはなりません。`,
      en: `Authentication passed, but for ${defang(from.domain)} itself, which resembles ${defang(imitated.genuine)}; that proves nothing.`,
    },
  }
}

/** The sender's own signature no longer fits the body, and nothing else speaks for the sender. */
function findAlteredBody(subject: Subject): Said | undefined {
  if (findRelation(subject) === undefined) return undefined
  if (hasAlignedPass(subject.checks) || findVoucher(subject) !== undefined) return undefined
  const altered = readAuthentication(subject.message, subject.context).checks.find(
    ({ method, reason, isAligned }) =>
      method === 'dkim' && reason === 'body-altered' && isAligned === true,
  )
  if (altered === undefined) return undefined
  return {
    weight: 'weak',
    shown: altered.header,
    say: {
      ja: `本文は、${defang(altered.domain ?? '')} が署名したあとに書き換えられています。`,
      en: `The body was changed after ${defang(altered.domain ?? '')} had signed it.`,
    },
  }
}

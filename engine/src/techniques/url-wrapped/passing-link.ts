import type { Bilingual } from '../../bilingual.ts'
import type { Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { isBulkMail } from '../reading/mail-kind.ts'
import { isProvenSender } from '../reading/proven-sender.ts'
import { listRecipients } from '../reading/recipients.ts'
import { isRelated } from '../reading/relations.ts'
import { FREE_MAIL } from '../tables/free-mail.ts'
import { SENDING_SERVICES } from '../tables/sending-services.ts'
import type { TechniqueContext } from '../technique.ts'
import {
  organisationOfUrl,
  parseWebUrl,
  type UnwrappedUrl,
  type UrlStep,
} from '../url/unwrap-url.ts'

/**
 * The step of a link that passes through somebody else's redirector, shortener or click counter on
 * its way. Anybody may use these, and many do honestly: worth knowing, and no more.
 */
export function findPassage(
  message: Message,
  { wrappers, target }: UnwrappedUrl,
  context: TechniqueContext,
): UrlStep | undefined {
  const led = target === undefined ? undefined : organisationOfUrl(target)
  if (led !== undefined && isOwn(message, led, context)) return undefined
  return wrappers.find((step) => isForeign(message, step, led, context))
}

function isForeign(
  message: Message,
  { value, service: { kind } }: UrlStep,
  led: string | undefined,
  context: TechniqueContext,
): boolean {
  if (kind === 'security') return false
  const passed = organisationOfUrl(value) ?? ''
  if (kind === 'counter') return !isOrdinaryCounter(message, passed, context)
  if (led !== undefined && isRelated(passed, led, context.register)) return false
  return !isOwn(message, passed, context)
}

/**
 * A newsletter that says it is one and is proven to come from whom it shows counts clicks itself, or
 * has its mailing service do it: they all do.
 */
function isOrdinaryCounter(message: Message, passed: string, context: TechniqueContext): boolean {
  const isKnown = SENDING_SERVICES.has(passed) || isOwn(message, passed, context)
  return isKnown && isBulkMail(message) && isProvenSender(message, context)
}

/** The sender's own pages and the reader's own house; a free mailbox makes nobody owner of its service. */
function isOwn(message: Message, organisation: string, { register }: TechniqueContext): boolean {
  const from = message.from?.organisation ?? ''
  if (from !== '' && !FREE_MAIL.has(from) && isRelated(from, organisation, register)) return true
  return listRecipients(message, register).organisations.has(organisation)
}

export function describePassage({ value, service }: UrlStep, { target }: UnwrappedUrl): Bilingual {
  const passed = defang(parseWebUrl(value)?.hostname ?? '')
  const led = defang(parseWebUrl(target ?? '')?.hostname ?? '')
  const { ja, en } = SAID[service.kind === 'security' ? 'redirect' : service.kind]
  return led === ''
    ? {
        ja: `リンクは${ja} ${passed} を通り、本当の行き先は書かれていません。`,
        en: `The link passes through ${en} ${passed}, which keeps its true target to itself.`,
      }
    : {
        ja: `リンクは${ja} ${passed} を通り、本当の行き先は ${led} です。`,
        en: `The link passes through ${en} ${passed}; it really leads to ${led}.`,
      }
}

const SAID = {
  redirect: { ja: '転送ページ', en: 'the redirecting page' },
  shortener: { ja: '短縮URL', en: 'the shortened address' },
  counter: { ja: 'クリックを数えるサービス', en: 'the click counter' },
} as const

import type { z } from 'zod'
import type { TieProposal } from 'contract/analysis'
import type { Relative } from './operation.queries.ts'
import { SAME_HANDS_DAYS_MAX, SOURCES_NAMED_MAX, STRONG_SOURCES_MIN } from './limits.ts'
import type { SharedSource } from './source-tie.queries.ts'
import type { SharedValue } from './tie.queries.ts'

export type TieReason = z.infer<typeof TieProposal>['reasons'][number]

/** Why two submissions of one operation belong together. */
export const OPERATION_REASONS: Record<Relative['tie'], TieReason> = {
  'same-mail': {
    weight: 'strong',
    say: { ja: '1バイトも違わない、同じメールです。', en: 'The very same mail, byte for byte.' },
  },
  operation: {
    weight: 'strong',
    say: {
      ja: '差出人・件名・本文・添付が同じメールで、1時間以上の間をおかずに続いて届いています。',
      en: 'Sender, subject, text and attachments are identical, and the mails followed each other without a gap of an hour.',
    },
  },
}

/** Why a shared rare value speaks for one attacker. */
export function sayShared({ kind, value, mailCount }: SharedValue): TieReason {
  const shown = defang(value)
  const rare = {
    ja: `ハブ全体でも${mailCount}通にしかありません。`,
    en: `In the whole hub only ${mailCount} mails have it.`,
  }
  switch (kind) {
    case 'attachment':
      return {
        weight: 'strong',
        say: {
          ja: `同じ添付ファイルがあります（SHA-256 ${value.slice(0, 12)}…）。${rare.ja}`,
          en: `The same attachment (SHA-256 ${value.slice(0, 12)}…). ${rare.en}`,
        },
      }
    case 'reply-to':
      return {
        weight: 'medium',
        say: {
          ja: `返信先のアドレスが同じです（${shown}）。${rare.ja}`,
          en: `The same reply address (${shown}). ${rare.en}`,
        },
      }
    case 'from':
      return {
        weight: 'medium',
        say: {
          ja: `差出人のアドレスが同じです（${shown}）。${rare.ja}`,
          en: `The same sender address (${shown}). ${rare.en}`,
        },
      }
    case 'link':
      return {
        weight: 'medium',
        say: {
          ja: `同じホストへのリンクがあります（${shown}）。${rare.ja}`,
          en: `A link to the same host (${shown}). ${rare.en}`,
        },
      }
  }
}

/** Why shared sources of attacks on web servers speak for one attacker; one sentence however many there are. */
export function saySharedSources(sources: readonly SharedSource[]): TieReason {
  const count = sources.length
  const named = sources.slice(0, SOURCES_NAMED_MAX).map(({ value }) => defang(value))
  const providers = Math.max(...sources.map(({ providerCount }) => providerCount))
  const daysApart = Math.min(...sources.map((one) => one.daysApart ?? Number.POSITIVE_INFINITY))
  const isFar = daysApart > SAME_HANDS_DAYS_MAX
  const isInMail = sources.every((source) => source.isInMail)
  const others = count - named.length
  const list = {
    ja: `${named.join('、')}${others > 0 ? `ほか${others}件` : ''}`,
    en: `${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}`,
  }
  const far = isFar
    ? {
        ja: '時期が離れているか不明で、アドレスの持ち主が変わったかもしれません。',
        en: ' The sightings lie far apart or tell no time, so the address may have changed hands.',
      }
    : { ja: '', en: '' }
  return {
    weight: isFar ? 'weak' : count >= STRONG_SOURCES_MIN ? 'strong' : 'medium',
    say: {
      ja: `${isInMail ? 'メールの送信元やリンク先と、ウェブサーバーへの攻撃元が同じです' : 'ウェブサーバーへの攻撃元が同じです'}（${list.ja}）。ハブ全体でも${providers}組織でしか見られていません。${far.ja}`,
      en: `${isInMail ? 'The host that sent the mail or that a link leads to is a source of attacks on a web server' : 'The same source of attacks on a web server'} (${list.en}). In the whole hub only ${providers} providers saw it.${far.en}`,
    },
  }
}

/** Hostile addresses are shown so that no program makes a link of them. */
function defang(value: string): string {
  return value.replaceAll('.', '[.]')
}

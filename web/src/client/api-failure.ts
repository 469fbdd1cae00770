import type { Bilingual } from 'contract/common'

/** Sentences for failures the hub could not word itself. */
export const FAILURE_SAYS = {
  offline: {
    ja: '接続が切れています。書きかけの内容はこの画面に残っています。',
    en: 'You are offline. What you were writing stays on this page.',
  },
  failed: {
    ja: 'ハブで問題が起きました。保存済みの内容はそのままです。少し待って、もう一度お試しください。',
    en: 'Something went wrong at the hub. What was saved is kept. Please try again in a moment.',
  },
  'not-found': {
    ja: 'このページはないか、見る権限がありません。',
    en: 'This page does not exist, or you may not see it.',
  },
  unreadable: {
    ja: 'ハブからの返事を読めませんでした。画面を読み込み直してください。',
    en: 'The hub’s answer could not be read. Please reload the page.',
  },
} as const satisfies Record<string, Bilingual>

/** A call that did not give what was asked for, with a sentence for the person. */
export class ApiFailure extends Error {
  readonly code: string
  readonly status: number
  readonly say: Bilingual
  readonly traceId: string | undefined
  readonly places: readonly { readonly path: string; readonly say: string }[]

  constructor(
    code: string,
    status: number,
    say: Bilingual,
    more: {
      traceId?: string | undefined
      places?: readonly { path: string; say: string }[] | undefined
    } = {},
  ) {
    super(say.en)
    this.name = 'ApiFailure'
    this.code = code
    this.status = status
    this.say = say
    this.traceId = more.traceId
    this.places = more.places ?? []
  }
}

/** The sentence for any error, also for those that are faults of ours. */
export function toSay(error: unknown): Bilingual {
  return error instanceof ApiFailure ? error.say : FAILURE_SAYS.failed
}

/** The same with what it is about, where the hub named that: for who has no form that could show it at its place. */
export function toSayAndPlaces(error: unknown): Bilingual {
  const { ja, en } = toSay(error)
  const places = error instanceof ApiFailure ? error.places.map(({ say }) => say) : []
  if (places.length === 0) return { ja, en }
  return { ja: `${ja}（${places.join('、')}）`, en: `${en} (${places.join(', ')})` }
}

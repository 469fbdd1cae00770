import type { Bilingual } from 'engine'

/** Words of the page on an access log. */
export const LOG_WORDS = {
  log: { ja: 'アクセスログ', en: 'Access log' },
  lines: { ja: '行', en: 'lines' },
  probes: { ja: '探索とみられる要求', en: 'requests that probe' },
  sources: { ja: '送信元', en: 'sources' },
  answered: { ja: '2xx', en: '2xx' },
  none: {
    ja: '探索とみられる要求は見つかりませんでした。',
    en: 'No request that probes was found.',
  },
  span: { ja: '期間', en: 'Span' },
  unknown: { ja: '日時の記録なし', en: 'no times recorded' },
  requests: { ja: '要求', en: 'requests' },
  probing: { ja: '探索', en: 'probing' },
  kind: { ja: '種類', en: 'kind' },
  count: { ja: '件数', en: 'count' },
  topSources: { ja: '探索した送信元', en: 'Sources that probe' },
  topPaths: { ja: '探索されたパス', en: 'Paths that were probed' },
  samples: { ja: '実際の行', en: 'Lines as they stand' },
  broken: { ja: '読めない行', en: 'Unreadable lines' },
  last: { ja: '最後', en: 'last' },
  damaged: {
    ja: '圧縮されたログが壊れているか、途中で切れています。読めたところまでの集計です。',
    en: 'the packed log is damaged or cut off; these are the figures up to there.',
  },
  tooLarge: {
    ja: '展開後のログが大きすぎるため、先頭だけの集計です。',
    en: 'unpacked, the log is too large; these are the figures of its beginning.',
  },
  nextFound: {
    ja: '2xx が返った要求を先に調べ、ログをハブへ知らせてください。',
    en: 'Look first at what was answered 2xx, and send the log to the hub.',
  },
  nextNothing: {
    ja: '要求の本文はログに残りません。見つからなくても安全とは限りません。',
    en: 'Logs hold no bodies of requests; nothing found does not mean safe.',
  },
} as const satisfies Record<string, Bilingual>

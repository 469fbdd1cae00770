import type { Bilingual } from 'contract/common'

/** What the hub is called in drawings. */
export const HUB_NAME: Bilingual = { ja: '情報ハブ', en: 'Information hub' }

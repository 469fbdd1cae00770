/**
 * Who sends which mail to the hub, and by which door. `invoice-*` comes first: it becomes the
 * first released bulletin. The rest arrives while the hub is already at work.
 */
export interface Delivery {
  /** File name in `corpus/story` without `.eml`. */
  readonly mail: string
  /** Organisation key, or `hub` for what the hub found by itself. */
  readonly by: string
  readonly through: 'web' | 'api' | 'smtp-attached' | 'smtp-inline'
  readonly kind?: 'suspicious-mail' | 'consultation'
  readonly note?: string
}

// biome-ignore format: a table is read by its columns.
export const FIRST_WAVE: readonly Delivery[] = [
  { mail: 'invoice-kitahama',  by: 'kitahama-seiki', through: 'web', note: '取引先から口座変更の依頼が届きました。登録済みの番号に電話したところ、先方は送っていないとのことでした。' },
  { mail: 'invoice-shiramine', by: 'shiramine-hi',   through: 'api' },
  { mail: 'invoice-aoba',      by: 'aoba-kasei',     through: 'smtp-attached' },
]

// biome-ignore format: a table is read by its columns.
export const SECOND_WAVE: readonly Delivery[] = [
  { mail: 'mailbox-bokuto',      by: 'bokuto-gas',      through: 'smtp-attached' },
  { mail: 'mailbox-ibuki',       by: 'ibuki-gas',       through: 'smtp-attached' },
  { mail: 'mailbox-tokiwa',      by: 'tokiwa-grid',     through: 'web' },
  { mail: 'mailbox-hane',        by: 'hane-airways',    through: 'api' },
  { mail: 'mailbox-ryoun',       by: 'ryoun-rail',      through: 'smtp-attached' },
  { mail: 'mailbox-sakura',      by: 'sakura-card',     through: 'api' },
  { mail: 'estimate-kagami',     by: 'kagami-chem',     through: 'smtp-attached' },
  { mail: 'estimate-hokuto',     by: 'hokuto-resin',    through: 'web' },
  { mail: 'estimate-tateyama',   by: 'tateyama-tool',   through: 'api' },
  { mail: 'executive-nanko',     by: 'nanko-power',     through: 'smtp-inline' },
  { mail: 'executive-hayate',    by: 'hayate-motor',    through: 'smtp-attached' },
  { mail: 'executive-wakamatsu', by: 'wakamatsu-oil',   through: 'web' },
  { mail: 'executive-monzen',    by: 'monzen-credit',   through: 'api' },
  { mail: 'leave-mikage',        by: 'mikage-turbine',  through: 'web' },
  { mail: 'leave-asahina',       by: 'asahina-seat',    through: 'smtp-attached' },
  { mail: 'leave-tsubame',       by: 'tsubame-ship',    through: 'api' },
  { mail: 'quotation-kitahama',  by: 'kitahama-seiki',  through: 'smtp-attached' },
  { mail: 'quotation-hashira',   by: 'hashira-eng',     through: 'web' },
  { mail: 'quotation-tomari',    by: 'tomari-refine',   through: 'api' },
  { mail: 'parcel-kodama',       by: 'kodama-radio',    through: 'smtp-attached' },
  { mail: 'parcel-denpa',        by: 'denpa-tv',        through: 'web' },
  { mail: 'harmless-newsletter', by: 'mikage-turbine',  through: 'smtp-attached' },
  { mail: 'harmless-invoice-notice', by: 'iwato-build', through: 'web', kind: 'consultation', note: 'このメールのリンクは開いてもよいでしょうか。' },
  { mail: 'hub-credential-page', by: 'hub',             through: 'web' },
]

/** The newest moment written in the story's mail; the demonstration moves it to yesterday evening. */
export const STORY_ENDS_AT = new Date('2026-10-16T00:33:10Z')

/** Figures of a hub that ran before this software, so that the table has its four quarters. */
export const EARLIER_FIGURES: readonly (readonly [
  quartersAgo: number,
  submissions: number,
  bulletins: number,
  hubSourced: number,
])[] = [
  [4, 61, 24, 9],
  [3, 148, 31, 12],
  [2, 83, 35, 15],
  [1, 57, 27, 11],
]

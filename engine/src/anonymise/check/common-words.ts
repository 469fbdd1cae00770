/**
 * Words that would refuse almost any bulletin when an organisation's alias or mailbox is called so.
 * A name equal to one of them is not searched by itself, and the check says so.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  (
    'account accounts accounting admin administrator advice alert amber attack attacker bank billing business clear ' +
    'company contact corp customer domain email example external executive file finance form global green group help ' +
    'helpdesk host hub info information inquiry internal invoice invalid japan keiri link list mail mailbox master member ' +
    'message name network news notice office online order page password path payment person pattern portal post ' +
    'postmaster public recipient reply report root sales secure security sender server service services sharing site ' +
    'soumu source staff standard strict subject support system team tech test title tokyo type user value version web ' +
    'webmaster will mark grant frank price young brown field grace chase case long short little white black king rose ' +
    'april hope faith bill rich best bush wood stone hill love sharp strong wise good state ' +
    '会社 会計 経理 総務 担当 担当者 経営者 攻撃者 組織 日本 東京 情報 共有 提供 事務局 本社 支店 営業 件名 差出人'
  ).split(' '),
)

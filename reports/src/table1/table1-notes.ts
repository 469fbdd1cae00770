import type { Bilingual } from '../bilingual.ts'

/** ※1, printed under every 表1: why the two rows differ. */
export const CONSOLIDATION_NOTE: Bilingual = {
  ja: '同じ攻撃についての提供が複数あれば1件の共有にまとめ、無差別のばらまきなど共有の対象としないものもあります。そのため提供と共有の件数は一致しません。',
  en: 'Several submissions about one attack become one bulletin, and some information, such as indiscriminate bulk mail, is not shared. The two rows therefore differ.',
}

/** ※2: how many bulletins of the last quarter rest on what the hub itself obtained. */
export function hubSourcedNote(count: number): Bilingual {
  return {
    ja: `このうち${count.toLocaleString('en-US')}件は、ハブが自ら入手した情報によるものです。`,
    en:
      count === 1
        ? 'One of these was made from information the hub itself obtained.'
        : `${count.toLocaleString('en-US')} of these were made from information the hub itself obtained.`,
  }
}

/** Under a table with columns from before the software. */
export const IMPORTED_NOTE: Bilingual = {
  ja: '* の付いた期は、このシステムを使い始める前の公表値です。',
  en: 'Columns marked * are figures published before this system was in use.',
}

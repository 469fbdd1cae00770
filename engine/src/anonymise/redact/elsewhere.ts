import type { Bilingual } from '../../bilingual.ts'

/**
 * Where else the mails of the case name a place that is asked about: in another part of the receiving side's, or openly,
 * in other mails or (`here`) in the same one. `open-of-case`: the answer is for these, too.
 */
export type Elsewhere = 'nowhere' | 'in-doubt' | 'here' | 'open' | 'open-and-here' | 'open-of-case'

const HERE: Bilingual = {
  ja: '同じメールには、同じ場所がほかの部分や返信先などにもあり、回答はそれらにも当てはまります。',
  en: ' The same mail also names the place openly, or as where its answers go; the answer is for that as well.',
}

const OPEN: Bilingual = {
  ja: 'この案件には、同じ場所を差出人やリンクとして普通に示すメールもあります。そのメールに書かれたものは、どちらを選んでも変わりません。',
  en: ' Other mails of this case name the same place openly, as their sender or in a link; what those say is drafted whatever you choose here.',
}

/** What a question adds of where else its places stand. */
export const ALSO_THERE: Readonly<Record<Elsewhere, Bilingual>> = {
  nowhere: { ja: '', en: '' },
  'in-doubt': {
    ja: 'この案件では、受信側が書いたかもしれないほかの部分にもあり、回答はそこにも当てはまります。',
    en: ' In this case it stands in other parts, too, that the receiving side may have written; the answer is for those as well.',
  },
  here: HERE,
  open: OPEN,
  'open-and-here': { ja: `${HERE.ja}${OPEN.ja}`, en: `${HERE.en}${OPEN.en}` },
  'open-of-case': {
    ja: 'この案件には、同じ場所を普通に示すメールもあります。回答はそこにあるリンクにも当てはまりますが、その場所から送られたメールに書かれたものは変わりません。',
    en: ' Other mails of this case name the same place openly. The answer is for their links, too, but not for what stands in mails sent from there.',
  },
}

/** That it stands only there is said where no other part of the case names it. */
export const sayWhere = (
  elsewhere: Elsewhere | undefined,
  only: Bilingual,
  also: Bilingual,
): Bilingual => (elsewhere === undefined || elsewhere === 'nowhere' ? only : also)

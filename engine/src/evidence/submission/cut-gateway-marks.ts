const WORDS =
  'spam|suspected spam|possible spam|probable spam|likely spam|bulk|junk|disarmed|ext|external|external e?-?mail|external sender|' +
  'suspicious(?: e?-?mail)?|phishing(?: suspected)?|外部|外部メール|社外|社外メール|社外から|迷惑メール|スパム|不審メール|外部送信者|組織外'

/** `[SPAM 85%]`, `[AK-SPAM]` of one organisation, `{External}`, `【社外】`, `***SPAM***`, `[External Email]:` */
const MARK = String.raw`\s{0,4}[\[【［{(（<＜*]{1,6}\s?(?:[a-z\d]{1,12}[-_ ])?(?:${WORDS})(?:[\s?:：]{0,2}\d{1,3}(?:\.\d{1,2})?\s?[%％]?)?[?!]?\s?[\]】］})）>＞*]{1,6}[:：]?`
const ANSWER = String.raw`\s{0,4}(?:re|fwd?|aw|返信|転送)\s?[:：]`
/** Each answer to a marked mail is marked again. */
const LEADING = new RegExp(`^(?:(?:${ANSWER}){0,5}(?:${MARK}){1,12}){1,10}`, 'iu')
const MARKS = new RegExp(MARK, 'giu')

/**
 * A subject without the marks that a gateway set before it. They are its recipient's: they tell which product the
 * provider has, and no other member's mail bears them.
 */
export const cutGatewayMarks = (subject: string): string =>
  subject.replace(LEADING, (leading) => leading.replace(MARKS, '')).trim()

/** Marks that mail programs put before the subject of a forward. */
const FORWARD =
  /^\s*(?:(?:re|aw|sv|antw)\s*[:：]\s*){0,5}(?:fwd?|tr|wg|rv|enc|i|vb|vs|pd|doorst|転送|轉寄|转发|轉發|전달)\s*[:：]|^\s*[[(【［](?:fwd?|転送)[\])】］]/i
const REPLY = /^\s*(?:re|aw|sv|antw|返信|回复|回覆|답장|rép|ré)\s*[:：]/i

export const isForwardSubject = (subject: string): boolean => FORWARD.test(subject)
export const isReplySubject = (subject: string): boolean =>
  REPLY.test(subject) && !FORWARD.test(subject)

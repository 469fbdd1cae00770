import { cutGatewayMarks } from './cut-gateway-marks.ts'

/** Marks that mail programs put before the subject of a forward, and their buttons for reporting a mail. */
const FORWARD =
  /^\s*(?:(?:re|aw|sv|antw)\s*[:：]\s*){0,5}(?:fwd?|tr|wg|rv|enc|i|vb|vs|pd|doorst|転送|轉寄|转发|轉發|전달|potential phish|reported phish|(?:phish(?:ing)?|spam) report)\s*[:：]|^\s*[[(【［](?:fwd?|転送|(?:user[ -])?reported(?: phish| email| message)?|phish(?:ing)? (?:alert|report)|suspicious (?:e-?mail|message)|(?:不審|迷惑)メール(?:の?報告)?)[\])】］]/i
const REPLY = /^\s*(?:re|aw|sv|antw|返信|回复|回覆|답장|rép|ré)\s*[:：]/i

export const isForwardSubject = (subject: string): boolean =>
  FORWARD.test(subject) || FORWARD.test(cutGatewayMarks(subject))
export const isReplySubject = (subject: string): boolean =>
  REPLY.test(cutGatewayMarks(subject)) && !isForwardSubject(subject)

const MARKS =
  /^(?:\s*(?:re|aw|sv|antw|rép|ré|fwd?|tr|wg|rv|vb|vs|返信|回复|回覆|답장|転送|轉寄|转发|轉發|전달)\s*(?:\[\d{1,4}\])?\s*[:：]){1,20}/iu

/** What a subject was before anybody answered or passed it on. */
export const withoutMarks = (subject: string): string =>
  cutGatewayMarks(subject).replace(MARKS, '').trim()

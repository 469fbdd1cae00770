import type { Part } from '../message.ts'

/** What gateways write in place of a file that they took away: a few lines. */
const NOTICE_CHARS_MAX = 3_000
const NOTICE =
  /(?:添付|ファイル|ウイルス|ウィルス|マルウェア)[^。\n]{0,40}(?:削除|隔離|除去|無害化|分離|ブロック|検疫)|(?:attachment|file)s?\b[^\n]{0,60}\b(?:removed|deleted|quarantined|blocked|stripped|replaced)\b|\b(?:removed|deleted|quarantined|blocked|stripped|replaced)\b[^\n]{0,40}\b(?:attachment|file)s?\b/iu

/** Whether an attached text says that a gateway has taken a file away; anybody can attach one that says so. */
export function isGatewayNotice({ type, fileName, text }: Part): boolean {
  return (
    fileName !== undefined &&
    type.toLowerCase() === 'text/plain' &&
    text !== undefined &&
    text.length <= NOTICE_CHARS_MAX &&
    NOTICE.test(text.normalize('NFKC'))
  )
}

import type { FileSign } from '../file-reading.ts'

/** How a document asks for its macros to be let loose, or for protected view to be left. */
const LURES: readonly RegExp[] = [
  /(?:コンテンツ|ｺﾝﾃﾝﾂ)の?(?:を|の)?有効化|「?コンテンツ」?を有効/,
  /編集を有効|編集の有効化|「編集を有効にする」/,
  /マクロを?(?:の)?有効(?:に|化)/,
  /保護ビュー.{0,20}(?:解除|無効|終了)/,
  /\benable[ \u00a0]+(?:the[ \u00a0]+)?(?:content|editing|macros?)\b/i,
  /\bclick[^.\n]{0,40}enable\b[^.\n]{0,20}(?:content|editing)/i,
  /created in (?:an )?(?:online|earlier|later|previous|newer|older) version of (?:microsoft )?(?:office )?(?:word|excel|office)/i,
  /(?:オンライン|以前の|古い|新しい)バージョンの ?(?:Microsoft )?(?:Office )?(?:Word|Excel|Office)/,
  /启用内容|启用编辑|啟用內容|콘텐츠 사용|활성화.{0,10}콘텐츠/,
]

const EXCERPT_BEFORE = 40
const EXCERPT_AFTER = 120

/** The first request of that kind in the text a reader sees. */
export function findLure(text: string): FileSign[] {
  for (const lure of LURES) {
    const found = lure.exec(text)
    if (found === null) continue
    const start = Math.max(0, found.index - EXCERPT_BEFORE)
    const excerpt = text
      .slice(start, found.index + EXCERPT_AFTER)
      .replace(/\s+/g, ' ')
      .trim()
    return [{ kind: 'enable-content-lure', excerpt }]
  }
  return []
}

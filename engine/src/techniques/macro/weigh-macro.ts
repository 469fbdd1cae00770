import type { Bilingual } from '../../bilingual.ts'
import type { FileSign, SignKind } from '../../files/file-reading.ts'
import { toVisible } from '../reading/visible-name.ts'
import type { Weight } from '../technique.ts'

export interface WeighedMacro {
  readonly weight: Weight
  /** What shows it best. */
  readonly sign: FileSign
  /** The rest of a sentence whose subject is the file. */
  readonly say: Bilingual
}

/** Calls with no place in a form: they start programs, fetch files or write into memory. */
const HARD =
  /^(?:powershell|cmd|system program|URLDownloadToFile|WMI|memory call|scheduled task|writes macros):/
/** Calls that honest macros make too, though seldom. */
const SOFT = /^(?:Shell|WScript\.Shell|XMLHTTP|ADODB\.Stream|registry|ExecuteExcel4Macro):/
const FETCHES = /^(?:URLDownloadToFile|XMLHTTP|ADODB\.Stream|powershell):/

/** What the macros of one file amount to; undefined when it has none. */
export function weighMacro(signs: readonly FileSign[]): WeighedMacro | undefined {
  const of = (kind: SignKind) => signs.filter((sign) => sign.kind === kind)
  const xlm = weighXlm(of('xlm-macro'), of('enable-content-lure').length > 0)
  const vba = weighVba(
    of('vba-macro'),
    of('vba-auto-run'),
    of('vba-call'),
    of('enable-content-lure'),
  )
  return xlm !== undefined && (vba === undefined || vba.weight === 'weak') ? xlm : vba
}

function weighVba(
  macros: readonly FileSign[],
  starts: readonly FileSign[],
  calls: readonly FileSign[],
  lures: readonly FileSign[],
): WeighedMacro | undefined {
  const [named] = macros
  if (named === undefined) return undefined
  const hard = calls.filter(({ excerpt }) => HARD.test(excerpt))
  const soft = calls.filter(({ excerpt }) => SOFT.test(excerpt))
  const [call] = [...hard, ...soft]
  const [start] = starts
  const weight = toWeight(start !== undefined, hard, soft, lures.length > 0)
  return {
    weight,
    sign: call ?? start ?? named,
    say: describe(start, call, lures.length > 0),
  }
}

function toWeight(
  startsItself: boolean,
  hard: readonly FileSign[],
  soft: readonly FileSign[],
  hasLure: boolean,
): Weight {
  const fetches = [...hard, ...soft].some(({ excerpt }) => FETCHES.test(excerpt))
  const acts = hard.length + soft.length
  if (startsItself && (hard.length > 0 || acts >= 2 || (acts > 0 && hasLure))) return 'strong'
  if (startsItself) return acts > 0 || hasLure ? 'medium' : 'weak'
  return hard.length > 0 && fetches && acts >= 2 ? 'medium' : 'weak'
}

function describe(
  start: FileSign | undefined,
  call: FileSign | undefined,
  hasLure: boolean,
): Bilingual {
  const started = start === undefined ? undefined : toVisible(start.excerpt.slice(0, 60))
  const called = call === undefined ? undefined : toVisible(call.excerpt.split(':', 1)[0] ?? '')
  const lureJa = hasLure ? '文書の文面が、有効化のボタンを押すよう促しています。' : ''
  const lureEn = hasLure
    ? ' Its text asks the reader to press the button that lets macros run.'
    : ''
  if (started !== undefined && called !== undefined)
    return {
      ja: `、開くなどの操作で自動的に動き（${started}）、外部のプログラムや通信を使う（${called}）マクロがあります。${lureJa}`,
      en: `has a macro that starts by itself (${started}) and reaches outside the document (${called}).${lureEn}`,
    }
  if (started !== undefined)
    return {
      ja: `、開くなどの操作で自動的に動くマクロがあります（${started}）。${lureJa}`,
      en: `has a macro that starts by itself (${started}).${lureEn}`,
    }
  if (called !== undefined)
    return {
      ja: `、外部のプログラムや通信を使うマクロがあります（${called}）。自動では動きません。${lureJa}`,
      en: `has a macro that reaches outside the document (${called}); it does not start by itself.${lureEn}`,
    }
  return {
    ja: `マクロがあります。自動で動く様子や、外部に働きかける様子は見当たりません。${lureJa}`,
    en: `has a macro; nothing shows that it starts by itself or reaches outside.${lureEn}`,
  }
}

/** Macros of Excel 4.0 have no honest use in new documents; hidden ones that start by themselves least of all. */
function weighXlm(signs: readonly FileSign[], hasLure: boolean): WeighedMacro | undefined {
  const acting = signs.find(({ excerpt }) =>
    /\b(?:EXEC|CALL|REGISTER|FOPEN|FWRITE\w*)\b.{0,20}\(/i.test(excerpt),
  )
  const starts = signs.find(({ excerpt }) => /starts by itself|;NAuto_/i.test(excerpt))
  const hidden = signs.find(({ excerpt }) => /\((?:very )?hidden\)$/.test(excerpt))
  const [first] = signs
  const sign = acting ?? starts ?? hidden ?? first
  if (sign === undefined) return undefined
  const count = [starts, hidden, hasLure ? sign : undefined].filter((one) => one !== undefined)
  const weight: Weight =
    acting !== undefined && starts !== undefined
      ? 'strong'
      : acting !== undefined || count.length >= 2
        ? 'medium'
        : 'weak'
  return {
    weight,
    sign,
    say: {
      ja: `、Excel 4.0の古い形式のマクロがあります。${starts ? '開くと自動的に動きます。' : ''}${acting ? '外部のプログラムやWindowsの機能を呼び出します。' : ''}${hidden ? '書かれたシートは隠されています。' : ''}`,
      en: `has a macro in the old form of Excel 4.0.${starts ? ' It starts by itself.' : ''}${acting ? ' It calls other programs or Windows itself.' : ''}${hidden ? ' Its sheet is hidden.' : ''}`,
    },
  }
}

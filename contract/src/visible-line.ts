import { z } from 'zod'

/** What tells ideographs of one code point apart in print; input methods write it into names, and it may go. */
const VARIATION = /\p{Variation_Selector}/gu
/**
 * Line ends and other controls, marks that turn the direction of writing, joiners, fillers, letters of private use: with
 * these a name reads as another one, or writes lines of its own into mails and logs (Unicode TR 36, §3.1).
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u115f\u1160\u2800\u3164\uffa0]/u

/** A name of somebody or something on one line, of letters that are all seen. */
export const visibleLine = (lengthMax: number) =>
  z
    .string()
    .overwrite((text) => text.replace(VARIATION, ''))
    .trim()
    .min(1)
    .max(lengthMax)
    .refine((text) => !UNSEEN.test(text))

import { ARCHIVE_SHAPES } from './archive-shapes.ts'
import { DOCUMENT_SHAPES } from './document-shapes.ts'
import type { HostileShape } from './hostile-shape.ts'
import { LOG_SHAPES } from './log-shapes.ts'
import { MAIL_SHAPES } from './mail-shapes.ts'
import { PICTURE_SHAPES } from './picture-shapes.ts'
import { PROGRAM_SHAPES } from './program-shapes.ts'
import { TEXT_SHAPES } from './text-shapes.ts'

/** Every shape of hostile input that we can write, by what it is made of. */
export const HOSTILE_SHAPES: readonly HostileShape[] = [
  ...MAIL_SHAPES,
  ...TEXT_SHAPES,
  ...ARCHIVE_SHAPES,
  ...DOCUMENT_SHAPES,
  ...PICTURE_SHAPES,
  ...PROGRAM_SHAPES,
  ...LOG_SHAPES,
]

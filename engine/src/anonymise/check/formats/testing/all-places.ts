import { PACKAGE_PLACES } from './package-places.ts'
import { PDF_PLACES } from './pdf-places.ts'
import { PICTURE_PLACES } from './picture-places.ts'
import { TEXT_PLACES } from './text-places.ts'

/** Every format and every place in it that is searched. */
export const HIDING_PLACES = [...TEXT_PLACES, ...PACKAGE_PLACES, ...PDF_PLACES, ...PICTURE_PLACES]

import type { Artefact } from './evidence/artefact.ts'
import type { Link } from './evidence/message.ts'

/** Pages that a browser shows, SVG among them. */
const PAGES = /^(?:text\/html|application\/xhtml\+xml|image\/svg\+xml|application\/hta)$/
/** What a page is dressed with. Scripts and frames are what it does, and stay among the links. */
const DRESS =
  /^[^?#]{1,4000}\.(?:png|jpe?g|jfif|gif|svg|ico|webp|avif|bmp|tiff?|css|woff2?|ttf|otf|eot|mp[34]|webm|ogg|wav)(?:[?#]|$)/iu

/**
 * Where a link stands, as a bulletin calls it. Logos, backgrounds and style sheets are borrowed from the pages of whom
 * the attack imitates, the recipient's own among them: in an attached page as in the body they are no link.
 */
export function toLinkContext(
  artefacts: readonly Artefact[],
): (link: Link, isInMail: boolean) => string {
  const pages = new Set(artefacts.filter(({ type }) => PAGES.test(type)).map(({ path }) => path))
  return (link, isInMail) => {
    const { kind, path, url } = link
    if (kind === 'qr') return 'qr'
    const isLoaded = kind === 'image' || kind === 'resource'
    if (isInMail) return isLoaded ? 'image' : 'link'
    const isDress = kind === 'image' || (kind === 'resource' && DRESS.test(url))
    return isDress && pages.has(path) ? 'image' : 'file-link'
  }
}

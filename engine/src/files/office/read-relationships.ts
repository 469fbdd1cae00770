import type { FileLink, FileSign } from '../file-reading.ts'
import { placeOfTarget } from './remote-target.ts'
import { scanXml } from './scan-xml.ts'

export interface RelationshipReading {
  readonly links: readonly FileLink[]
  readonly signs: readonly FileSign[]
}

/**
 * Targets outside the document (ECMA-376-2 §9.3). A template, frame or object is fetched when the
 * document is opened, before the reader has decided anything; a hyperlink waits for a click.
 */
export function readRelationships(xml: string): RelationshipReading {
  const links: FileLink[] = []
  const signs: FileSign[] = []
  scanXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const values = attributes()
      if (values.get('TargetMode')?.toLowerCase() !== 'external') return
      const type = values.get('Type')?.replace(/^.*\//, '') ?? ''
      const reading = readExternal(type, values.get('Target')?.trim() ?? '')
      links.push(...reading.links)
      signs.push(...reading.signs)
    },
  })
  return { links, signs }
}

const NOTHING: RelationshipReading = { links: [], signs: [] }

function readExternal(type: string, target: string): RelationshipReading {
  const place = placeOfTarget(target)
  if (place === 'local') return NOTHING
  const excerpt = `${type}: ${target}`
  const asLink = (kind: FileLink['kind']) => (place === 'web' ? [{ url: target, kind }] : [])
  const asSign = (kind: FileSign['kind']) => [{ kind, excerpt }]
  switch (type) {
    case 'attachedTemplate':
      return { links: asLink('resource'), signs: asSign('remote-template') }
    case 'hyperlink':
      return {
        links: asLink('document'),
        signs: place === 'protocol' ? asSign('external-link') : [],
      }
    // Workbooks on the office's own file server refer to each other all the time.
    case 'externalLinkPath':
      return {
        links: asLink('document'),
        signs: place === 'share' ? [] : asSign('external-link'),
      }
    case 'image':
    case 'video':
    case 'audio':
    case 'media':
      return { links: asLink('image'), signs: place === 'web' ? [] : asSign('external-link') }
    default:
      return { links: asLink('resource'), signs: asSign('external-link') }
  }
}

import { Parser } from 'htmlparser2'
import { defang } from '../refang.ts'
import { DROPPED_WITH_CONTENT, KEPT_ELEMENTS, VOID_ELEMENTS, keptAttributes } from './allowed.ts'
import { safeHtmlLimits as limits } from './limits.ts'

/** What the sender gave as HTML, drawn without anything that acts, loads or can be clicked. */
export interface SafeHtml {
  readonly html: string
  /** Elements that were taken out or replaced, by name. */
  readonly removed: Readonly<Record<string, number>>
  /** The mail was larger or deeper than the picture shows. */
  readonly cut: boolean
}

const VIEW_STYLE =
  'body{font:14px/1.5 sans-serif;color:#1b1e20;background:#fff;margin:12px;overflow-wrap:anywhere}' +
  'table{max-width:100%}' +
  '.noroshi-image{display:inline-block;border:1px dashed #8a8f8c;padding:2px 6px;font:12px monospace;color:#63686a}' +
  '.noroshi-link{text-decoration:underline dotted}' +
  '.noroshi-target{font:12px monospace;color:#63686a}'

/**
 * Draws a mail's HTML from an allow-list: no script, no style sheet, no address the browser would
 * load, links as text with their target beside them, images as boxes with their address.
 * The result is meant for a sandboxed frame without script and network; it is the second wall, not the only one.
 */
export function renderSafeHtml(source: string): SafeHtml {
  const drawing = new Drawing()
  const input = source.slice(0, limits.inputCharsMax)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => drawing.open(name, attributes),
      ontext: (text) => drawing.text(text),
      onclosetag: (name) => drawing.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  // In pieces, so that a mail that is too deep stops early: a parser's time on
  // 200,000 unclosed elements grows with the square of their number.
  for (let at = 0; at < input.length && !drawing.isFull; at += 4096) {
    parser.write(input.slice(at, at + 4096))
  }
  if (!drawing.isFull) parser.end()
  return drawing.finish(source.length > input.length)
}

class Drawing {
  private out = ''
  private readonly opened: { readonly name: string; readonly end: string }[] = []
  private readonly removed: Record<string, number> = Object.create(null) as Record<string, number>
  private hiddenDepth = 0
  private deepest = 0
  isFull = false

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.isFull) return
    this.deepest += 1
    if (this.deepest > limits.depthMax * 10) this.isFull = true
    if (DROPPED_WITH_CONTENT.has(name)) {
      this.note(name)
      this.hiddenDepth += 1
      this.push(name, '')
      return
    }
    this.push(name, this.hiddenDepth > 0 ? '' : this.draw(name, attributes))
  }

  text(text: string): void {
    if (this.hiddenDepth > 0 || this.isFull) return
    this.out += escapeText(text)
    if (this.out.length > limits.outputCharsMax) this.isFull = true
  }

  close(name: string): void {
    this.deepest = Math.max(0, this.deepest - 1)
    const at = this.opened.findLastIndex((element) => element.name === name)
    if (at < 0) return
    while (this.opened.length > at) this.pop()
  }

  finish(inputCut: boolean): SafeHtml {
    while (this.opened.length > 0) this.pop()
    const html =
      '<!doctype html><html><head><meta charset="utf-8">' +
      `<style>${VIEW_STYLE}</style></head><body>${this.out}</body></html>`
    return { html, removed: { ...this.removed }, cut: inputCut || this.isFull }
  }

  /** Writes the start of an element and returns its end. */
  private draw(name: string, attributes: Readonly<Record<string, string>>): string {
    if (
      name === 'img' ||
      name === 'image' ||
      (name === 'input' && attributes['type'] === 'image')
    ) {
      this.note('img')
      this.drawImage(attributes)
      return ''
    }
    if (name === 'a' || name === 'area') {
      this.note('a')
      this.out += '<span class="noroshi-link">'
      return `</span>${target(attributes['href'])}`
    }
    if (name === 'input' || name === 'button') this.drawField(attributes)
    if (!KEPT_ELEMENTS.has(name) || this.opened.length >= limits.depthMax) {
      if (!STRUCTURE.has(name)) this.note(name)
      return ''
    }
    this.out += `<${name}${keptAttributes(attributes)}>`
    return VOID_ELEMENTS.has(name) ? '' : `</${name}>`
  }

  private drawImage(attributes: Readonly<Record<string, string>>): void {
    const says = attributes['alt']?.trim() ?? ''
    const from = attributes['src'] ?? ''
    const label = [says, from === '' ? '' : shortAddress(from)].filter((text) => text !== '')
    this.out += `<span class="noroshi-image">▨ ${escapeText(label.join(' · '))}</span>`
  }

  private drawField(attributes: Readonly<Record<string, string>>): void {
    if (attributes['type'] === 'hidden') return
    const label = attributes['value'] ?? attributes['placeholder'] ?? attributes['name'] ?? ''
    this.out += `<span class="noroshi-image">▭ ${escapeText(label.slice(0, 200))}</span>`
  }

  private push(name: string, end: string): void {
    this.opened.push({ name, end })
  }

  private pop(): void {
    const element = this.opened.pop()
    if (element === undefined) return
    if (DROPPED_WITH_CONTENT.has(element.name)) this.hiddenDepth -= 1
    this.out += element.end
  }

  private note(name: string): void {
    const known = /^[a-z0-9-]{1,30}$/.test(name) ? name : 'other'
    this.removed[known] = (this.removed[known] ?? 0) + 1
  }
}

/** Elements that carry no meaning once the mail stands in our own page. */
const STRUCTURE: ReadonlySet<string> = new Set(['html', 'body', 'font', 'a', 'label', 'section'])

function target(href: string | undefined): string {
  if (href === undefined || href.trim() === '') return ''
  return ` <span class="noroshi-target">[${escapeText(shortAddress(href))}]</span>`
}

/** Address for reading: defanged, one line, cut. Inline data is named by its size instead. */
function shortAddress(address: string): string {
  const oneLine = address.trim().replace(/\s+/g, ' ')
  if (/^data:/i.test(oneLine)) {
    return `${oneLine.slice(0, 40).split(/[;,]/)[0]} (${oneLine.length} characters)`
  }
  const shown = oneLine.slice(0, limits.addressCharsMax)
  return defang(shown) + (oneLine.length > shown.length ? '…' : '')
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

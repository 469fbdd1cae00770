import { useEffect, useRef } from 'react'

export type KeyActions = Readonly<Record<string, (() => void) | undefined>>

/** How long after `g` the second key of a sequence may come. */
const SECOND_KEY_MS = 1_200

/** What listens now, newest last: an inner part's key goes before the page's. */
const listening: { readonly current: KeyActions }[] = []
const STORED_AS = 'noroshi.keys'
let goPressedAt = Number.NEGATIVE_INFINITY

/**
 * Binds keys while the calling component is shown: single ones (`j`), with Ctrl or ⌘ (`mod+k`), after `g` (`g q`).
 * Nothing happens while a text field has the focus or a sheet is open.
 */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    if (listening.length === 0) window.addEventListener('keydown', dispatch)
    listening.push(latest)
    return () => {
      listening.splice(listening.indexOf(latest), 1)
      if (listening.length === 0) window.removeEventListener('keydown', dispatch)
    }
  }, [])
}

/** Single letters can be switched off in the settings (WCAG 2.2, 2.1.4); Ctrl-K always works. */
export function areKeysOn(): boolean {
  return localStorage.getItem(STORED_AS) !== 'off'
}

export function switchKeys(isOn: boolean): void {
  localStorage.setItem(STORED_AS, isOn ? 'on' : 'off')
}

function dispatch(event: KeyboardEvent): void {
  const key = toKeyName(event)
  if (event.defaultPrevented || event.isComposing || key === undefined) return
  const isSingle = !key.startsWith('mod+')
  if (isSingle && (isWriting(event.target) || isSheetOpen() || !areKeysOn())) return
  if (key === 'Enter' && hasOwnEnter(event.target)) return
  const action = findAction(key)
  goPressedAt = key === 'g' ? performance.now() : Number.NEGATIVE_INFINITY
  if (action === undefined) return
  event.preventDefault()
  action()
}

function findAction(key: string): (() => void) | undefined {
  const isSecond = performance.now() - goPressedAt < SECOND_KEY_MS
  return (isSecond ? findNewest(`g ${key}`) : undefined) ?? findNewest(key)
}

function findNewest(key: string): (() => void) | undefined {
  return listening.map(({ current }) => current[key]).findLast((found) => found !== undefined)
}

function toKeyName(event: KeyboardEvent): string | undefined {
  if (event.altKey) return undefined
  return event.ctrlKey || event.metaKey ? `mod+${event.key.toLowerCase()}` : event.key
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="menu"]') !== null)
  )
}

function isSheetOpen(): boolean {
  return document.querySelector('dialog[open]') !== null
}

/** Buttons and links act on Enter themselves, rows of a list open. */
function hasOwnEnter(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.closest('button, a, summary') !== null && target.closest('.queue-row') === null
}

import type { ComponentProps, ReactNode } from 'react'
import { Key } from './Key.tsx'
import './Button.css'

export type ButtonKind = 'primary' | 'solid' | 'outline' | 'quiet'
export type ButtonSize = 's' | 'm' | 'l'

interface Look {
  readonly kind?: ButtonKind
  readonly size?: ButtonSize
  readonly icon?: ReactNode
  /** The key that does the same, shown beside the words. */
  readonly keyHint?: string | undefined
}

/** One primary button on a screen; `solid` is a decision inside a card. While busy it keeps its width. */
export function Button({
  kind = 'outline',
  size = 'm',
  icon,
  keyHint,
  busy = false,
  children,
  className,
  disabled,
  ...rest
}: Look & { readonly busy?: boolean } & ComponentProps<'button'>) {
  return (
    <button
      type="button"
      {...rest}
      className={toButtonClass(kind, size, className)}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
    >
      {icon}
      <span className="button-words">{children}</span>
      {keyHint !== undefined && <Key name={keyHint} />}
    </button>
  )
}

/** The look of a button for links, which stay links. */
export function toButtonClass(
  kind: ButtonKind = 'outline',
  size: ButtonSize = 'm',
  more?: string,
): string {
  return `button button-${kind} button-${size}${more === undefined ? '' : ` ${more}`}`
}

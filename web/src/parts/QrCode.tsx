import { create } from 'qrcode'
import { useMemo } from 'react'

/** Modules of white around the code (ISO/IEC 18004 asks for four). */
const MARGIN = 4

/** A QR code drawn as inline SVG: no picture address, so the content security policy stays closed. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => toPath(text), [text])
  const side = size + 2 * MARGIN
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}

function toPath(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const squares = Array.from(modules.data).flatMap((isDark, at) => {
    const x = (at % modules.size) + MARGIN
    const y = Math.floor(at / modules.size) + MARGIN
    return isDark ? [`M${x} ${y}h1v1h-1z`] : []
  })
  return { size: modules.size, path: squares.join('') }
}

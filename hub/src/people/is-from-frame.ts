import { z } from 'zod'

const ClientData = z.object({ crossOrigin: z.boolean().optional() })

/**
 * Whether a passkey answered within a frame of another site's page (WebAuthn Level 3 §7.1 and §7.2, `crossOrigin`). Nobody
 * is asked in frames here, so that such an answer was got by deceit. What cannot be read counts as one.
 */
export function isFromFrame({ clientDataJSON }: { readonly clientDataJSON: string }): boolean {
  try {
    const said: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))
    return ClientData.parse(said).crossOrigin === true
  } catch {
    return true
  }
}

import type { Owners } from '../redact/owners.ts'

/** Whether the host of a place is somebody's who is known. */
export function isRegisteredPlace(place: string, known: readonly Owners[]): boolean {
  const host = place.split('/', 1)[0] ?? place
  return known.some((owners) => owners.ofDomain(host) !== undefined)
}

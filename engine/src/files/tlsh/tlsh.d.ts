/** The package brings no types. */
declare module 'tlsh' {
  export default function tlsh(latin1: string): string
}

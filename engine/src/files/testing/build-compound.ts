import CFB from 'cfb'

/** A compound file with these streams, written by the library `cfb`: not by the code under test. */
export function buildCompound(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const file = CFB.utils.cfb_new()
  for (const [path, content] of Object.entries(streams))
    CFB.utils.cfb_add(file, `/${path}`, Buffer.from(content))
  CFB.utils.cfb_del(file, '/\u0001Sh33tJ5')
  return Buffer.from(CFB.write(file, { type: 'buffer' }))
}

import { createReadStream } from 'node:fs'
import { WebLogReader } from 'engine'

/** Reads the log that is named and prints lines and peak memory: a process of its own, so that its memory is its own. */
const CHUNK_BYTES = 1024 * 1024

const reader = new WebLogReader()
const bytes = createReadStream(process.argv[2] ?? '', { highWaterMark: CHUNK_BYTES })
for await (const chunk of bytes as AsyncIterable<Buffer>) reader.write(chunk)
const { lines, probes } = reader.end()
const megabytes = process.resourceUsage().maxRSS / 1024
process.stdout.write(JSON.stringify({ lines: lines.requests, probes: probes.count, megabytes }))

export { HOSTILE_SHAPES } from './hostile/hostile-shapes.ts'
export type { HostileShape } from './hostile/hostile-shape.ts'
export { readSamples, type Sample } from './samples.ts'
export { readCorpus, type CorpusMail } from './corpus.ts'

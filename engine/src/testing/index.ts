export { readSamples, type Sample } from './samples.ts'
export { readCorpus, type CorpusMail } from './corpus.ts'

export { serve } from './serve.ts'
export { demo } from './demo/demo.ts'

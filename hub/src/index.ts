export { breakGlass } from './break-glass.ts'
export { serve } from './serve.ts'
export { demo } from './demo/demo.ts'

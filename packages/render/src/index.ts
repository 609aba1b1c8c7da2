export { type RenderInput, render } from './render.ts'
export { type LineOrigins, traceOrigins } from './trace.ts'

export { type RenderInput, render } from './render.ts'

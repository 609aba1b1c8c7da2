export type { StaticRouteSpec } from './schema.ts'
export type { Hop, StaticRoute } from './static-route.ts'
export { optionNames, targetStaticd } from './target-staticd.ts'

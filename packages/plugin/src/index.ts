export { type ConfigSource, defineConfigSource, type Snapshot } from './config-source.ts'
export { type DocumentKind, defineDocumentKind, type KindInput, type SlotContent } from './document-kind.ts'
export { createMetricBoard, type MetricBoard, type MetricFamily } from './metric-board.ts'
export {
  defineObjectTranslator,
  type ObjectTranslator,
  type Translation,
  type TranslatorInput,
  type Unsaid,
} from './object-translator.ts'
export type { OptionNames } from './option-names.ts'
export type { Plugin } from './plugin.ts'
export { createRegistry, type Registry } from './registry/registry.ts'
export { defineReloader, type Notice, type Outcome, type RefusedLine, type Reloader, type Way } from './reloader.ts'
export { defineRenderTarget, type RenderTarget } from './render-target.ts'
export { defineStatusReporter, type NodeReport, type StatusReporter } from './status-reporter.ts'

import type { ConfigSource } from './config-source.ts'
import type { DocumentKind } from './document-kind.ts'
import type { ObjectTranslator } from './object-translator.ts'
import type { Reloader } from './reloader.ts'
import type { RenderTarget } from './render-target.ts'
import type { StatusReporter } from './status-reporter.ts'

/** Anything a daemon is assembled from. Recognised by its `contract`, never by `instanceof`. */
export type Plugin = ConfigSource | RenderTarget | Reloader | StatusReporter | DocumentKind | ObjectTranslator

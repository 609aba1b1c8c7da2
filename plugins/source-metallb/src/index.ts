export type { MetallbOptions } from './options.ts'
export { type PublishMetallbOptions, publishMetallb } from './publish-metallb.ts'
export type { Announcement, Reason, Silence } from './services/verdict.ts'
export { kinds } from './sort-objects.ts'
export { type Mode, optionNames, type SourceMetallbOptions, sourceMetallb } from './source-metallb.ts'
export {
  createTranslate,
  type MetallbInput,
  type MetallbTranslation,
  type Translate,
  translate,
} from './translate.ts'
export { translatorMetallb } from './translator.ts'

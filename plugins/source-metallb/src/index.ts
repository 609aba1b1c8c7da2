export type { MetallbOptions } from './options.ts'
export type { Reason } from './services/verdict.ts'
export { kinds } from './sort-objects.ts'
export { type SourceMetallbOptions, sourceMetallb } from './source-metallb.ts'
export {
  type Announcement,
  createTranslate,
  type MetallbInput,
  type MetallbTranslation,
  type Silence,
  type Translate,
  translate,
} from './translate.ts'
export { translatorMetallb } from './translator.ts'

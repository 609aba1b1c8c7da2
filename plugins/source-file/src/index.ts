export { type SourceFileOptions, sourceFile } from './source-file.ts'

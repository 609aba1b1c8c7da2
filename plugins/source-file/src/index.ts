export { optionNames, type SourceFileOptions, sourceFile } from './source-file.ts'

export { files, read } from './files.ts'

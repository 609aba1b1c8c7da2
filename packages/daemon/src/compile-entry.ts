export { addPositions } from './add-positions.ts'
export { type Compiled, type CompileOptions, compile, type Policy } from './compile.ts'
export { type Gathered, gather } from './gather.ts'

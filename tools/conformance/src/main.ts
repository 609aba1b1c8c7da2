import { answer } from './answer.ts'
import { answerFile } from './answer-file.ts'
import type { Case } from './case.ts'

await answerFile<Case>({ script: 'conformance', fields: ['id', 'input'], answer })

import { answerFile } from '../answer-file.ts'
import { answerMetallb } from './answer.ts'
import type { MetallbCase } from './case.ts'

await answerFile<MetallbCase>({
  script: 'conformance:metallb',
  fields: ['id', 'node', 'objects'],
  answer: answerMetallb,
})

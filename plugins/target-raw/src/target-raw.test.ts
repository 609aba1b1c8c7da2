import { renderTargetConforms } from '@frrkit/testing'
import { targetRaw } from './target-raw.ts'

renderTargetConforms(targetRaw())

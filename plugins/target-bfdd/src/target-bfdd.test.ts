import { renderTargetConforms } from '@frrkit/testing'
import { targetBfdd } from './target-bfdd.ts'

renderTargetConforms(targetBfdd())

import { renderTargetConforms } from '@frrkit/testing'
import { targetZebra } from './target-zebra.ts'

renderTargetConforms(targetZebra())

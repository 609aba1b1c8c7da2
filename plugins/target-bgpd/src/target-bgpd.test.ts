import { renderTargetConforms } from '@frrkit/testing'
import { targetBgpd } from './target-bgpd.ts'

renderTargetConforms(targetBgpd())

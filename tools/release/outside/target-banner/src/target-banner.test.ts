import { aModel, renderAlone, renderTargetConforms } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { targetBanner } from './target-banner.js'

renderTargetConforms(targetBanner())

test('the owner is named', () => {
  expect(renderAlone(targetBanner({ owner: 'acme' }), aModel({ hostname: 'n1' }))).toContain('! n1 belongs to acme')
})

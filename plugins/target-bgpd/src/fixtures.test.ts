import { join } from 'node:path'
import type { FrrModel } from '@frrkit/model'
import { fixtures, renderAlone } from '@frrkit/testing'
import { targetBgpd } from './target-bgpd.ts'

fixtures(join(import.meta.dirname, '../fixtures'), async (path) => {
  const { model } = (await import(join(path, 'model.ts'))) as { readonly model: FrrModel }
  return { 'frr.conf': renderAlone(targetBgpd(), model) }
})

import { compileWorld } from '../compile-world.ts'
import { unexplained } from '../read/explain.ts'
import { readFrrConf, withoutRaw } from '../read/read-frr-conf.ts'
import type { Check } from './trial.ts'

/**
 * Objects add up: what some of them mean is still there when the others join in, but for the few rules by which more
 * replaces less; `unexplained` lists those. Settings of the daemons stay: they are not added to.
 */
export const subset: Check = ({ world, kept }, compiled) => {
  if (!compiled.ok) return
  const objects = world.objects.filter(
    ({ object }, i) => object.kind !== 'FRRConfiguration' || kept[i % kept.length] === true,
  )
  const some = compileWorld({ ...world, objects })
  // Less can be wrong where more is not: EVPN whose neighbor another object has.
  if (!some.ok) return
  const lines = (result: typeof some.value) => readFrrConf(withoutRaw(result.frrConf, result.model.rawSnippets))
  const fallbackId = !world.facts.hasIpv4
  const [first] = unexplained(lines(some.value), lines(compiled.value), { fallbackId })
  if (first !== undefined) throw new Error(`objects that join in take away: ${first}`)
  const all = compiled.value.model.rawSnippets.map(({ text }) => text.reveal())
  const lost = some.value.model.rawSnippets.find(({ text }) => !all.includes(text.reveal()))
  if (lost !== undefined) throw new Error('objects that join in take away a raw snippet')
}

import type { Compiled } from '@frrkit/daemon/compile'
import { compileWorld } from '../compile-world.ts'
import { unexplained } from '../read/explain.ts'
import { type ConfLine, readFrrConf, withoutRaw } from '../read/read-frr-conf.ts'
import type { World } from '../world.ts'
import type { Check } from './trial.ts'

/**
 * Objects add up: what some of them mean is still there when the others join in, but for the few rules by which more
 * replaces less; `unexplained` lists those. Settings of the daemons stay: they are not added to. Both a part of the
 * objects and the rest are tried.
 */
export const subset: Check = ({ world, kept }, compiled) => {
  if (!compiled.ok) return
  const all = linesOf(compiled.value)
  for (const part of [true, false])
    explainPart(
      partOf(world, (i) => kept[i % kept.length] === part),
      compiled.value,
      all,
    )
}

function partOf(world: World, stays: (i: number) => boolean): World {
  const objects = world.objects.filter(({ object }, i) => object.kind !== 'FRRConfiguration' || stays(i))
  return { ...world, objects }
}

function explainPart(part: World, whole: Compiled, all: readonly ConfLine[]): void {
  const some = compileWorld(part)
  // Less can be wrong where more is not: EVPN whose neighbor another object has.
  if (!some.ok) return
  const [first] = unexplained(linesOf(some.value), all, { fallbackId: !part.facts.hasIpv4 })
  if (first !== undefined) throw new Error(`objects that join in take away: ${first}`)
  const snippets = whole.model.rawSnippets.map(({ text }) => text.reveal())
  const lost = some.value.model.rawSnippets.find(({ text }) => !snippets.includes(text.reveal()))
  if (lost !== undefined) throw new Error('objects that join in take away a raw snippet')
}

function linesOf({ frrConf, model }: Compiled): readonly ConfLine[] {
  return readFrrConf(withoutRaw(frrConf, model.rawSnippets))
}

import { compileWorld } from '../compile-world.ts'
import { expectSameText } from './same-result.ts'
import type { Check } from './trial.ts'

const uncommented = (text: string) => text.replace(/^[ \t]*!.*\n/gm, '')

/** Comments explain a configuration, and are none: without them it is the same text. */
export const annotation: Check = ({ world }, compiled) => {
  if (!compiled.ok) return
  const annotated = compileWorld(world, { annotate: true })
  if (!annotated.ok) throw new Error('what is accepted is refused when it is to be annotated')
  expectSameText(uncommented(compiled.value.frrConf), uncommented(annotated.value.frrConf), 'annotated')
}

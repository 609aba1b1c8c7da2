import { ok } from '@frrkit/model'
import { defineRenderTarget, type RenderTarget } from '@frrkit/plugin'
import { aModel, anOrigin } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { render } from './render.ts'
import { traceOrigins } from './trace.ts'

const model = aModel({})

function target(name: string, template: string, view: object, partials = {}): RenderTarget {
  return defineRenderTarget({ name, place: 'body', template, partials, view: () => ok(view) })
}

/** Each line, and the fields that asked for it. */
function traced(...targets: readonly RenderTarget[]): readonly string[] {
  const [text, origins] = [render({ model, targets }), traceOrigins({ model, targets })]
  if (!text.ok || !origins.ok) throw new Error('BUG: nothing was rendered')
  const lines = text.value.replace(/\n$/, '').split('\n')
  expect(origins.value).toHaveLength(lines.length)
  return lines.map((line, i) => [line, ...(origins.value[i] ?? []).map(({ path }) => path)].join(' < '))
}

const router = `\
head
{{> origins}}
router
{{#neighbors}}
{{> neighbor}}
{{/neighbors}}
  networks
{{#none}}
  {{> origins}}
  nothing
{{/none}}
  end
`
const neighbor = `\
  {{> origins}}
  neighbor {{name}}
{{#port}}
  {{> origins}}
  port {{value}}
{{/port}}
  last of {{name}}
`

test('origins speak for the rest of what they stand in, and what is inside for itself', () => {
  const port = { value: 7, origins: [anOrigin('port')] }
  const neighbors = [
    Object.freeze({ name: 'a', origins: [anOrigin('a'), anOrigin('another')], port }),
    { name: 'b', origins: [anOrigin('b')], port: { value: 8, origins: [] } },
    { name: 'c', origins: [], port: undefined },
  ]
  const view = { origins: [anOrigin('router')], neighbors, none: undefined }
  expect(traced(target('bgpd', router, view, { neighbor }))).toEqual([
    'head',
    'router < router',
    '  neighbor a < a < another',
    '  port 7 < port',
    '  last of a < a < another',
    '  neighbor b < b',
    // Where nobody is known to have set the field, whoever wanted the neighbor.
    '  port 8 < b',
    '  last of b < b',
    '  neighbor c < router',
    '  last of c < router',
    '  networks < router',
    '  end < router',
  ])
})

test('each target by itself, also where its last line does not end', () => {
  const snippets = [
    { origins: [anOrigin('one')], text: 'x\n\n! FRRConfiguration frr-system/other  spec.raw' },
    { origins: [anOrigin('two')], text: '\ue000(\ue0000.\ue000)' },
  ]
  const raw = '{{#snippets}}\n{{> origins}}\n{{text}}\n{{/snippets}}\n'
  expect(
    traced(
      target('a', '{{#x}}\n{{> origins}}\nno end{{/x}}', { x: { origins: [anOrigin('x')] } }),
      target('b', raw, { snippets }),
    ),
  ).toEqual([
    'no end < x',
    'x < one',
    ' < one',
    // What looks like ours is the snippet's own.
    '! FRRConfiguration frr-system/other  spec.raw < one',
    '\ue000(\ue0000.\ue000) < two',
  ])
})

test('a view that knows nothing of origins has none', () => {
  expect(traced(target('a', '{{> origins}}\na\n', {}))).toEqual(['a'])
})

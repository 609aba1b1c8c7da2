import { failed, formatProblem, ok, type Problem } from '@frrkit/model'
import { defineRenderTarget, type RenderTarget } from '@frrkit/plugin'
import { aModel, anOrigin } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { render } from './render.ts'

const model = aModel({ hostname: 'node-a' })

function target(name: string, overrides: Partial<RenderTarget> = {}): RenderTarget {
  return defineRenderTarget({
    name,
    place: 'body',
    template: `${name} on {{hostname}}\n`,
    view: ({ hostname }) => ok({ hostname }),
    ...overrides,
  })
}

function problem(subject: string): Problem {
  return {
    code: 'test/nothing',
    severity: 'error',
    subject,
    field: '',
    reason: 'cannot be said',
    evidence: [],
    help: 'say less',
  }
}

test('head, body and tail, each by name, in whatever order they were given', () => {
  const targets = [target('b'), target('z', { place: 'head' }), target('a', { place: 'tail' }), target('a-b')]
  const text = 'z on node-a\na-b on node-a\nb on node-a\na on node-a\n'
  for (const given of [targets, targets.toReversed()]) expect(render({ model, targets: given })).toEqual(ok(text))
})

test('no targets, no text', () => {
  expect(render({ model, targets: [] })).toEqual(ok(''))
})

test('what a target writes ends its last line', () => {
  const targets = [target('a', { template: 'a' }), target('b', { template: '' }), target('c', { template: 'c\n' })]
  expect(render({ model, targets })).toEqual(ok('a\nc\n'))
})

test('problems of every target are reported, sorted', () => {
  const targets = [
    target('a', { view: () => failed(problem('router b'), problem('router a')) }),
    target('b', { template: '{{nmae}} {{hostname}}' }),
    target('c', { template: '{{> profile}}', partials: { peers: '{{#x}}' } }),
    target('d', { template: '{{> peers}}', partials: { peers: '{{#x}}' } }),
  ]
  const result = render({ model, targets })
  expect(result.ok ? [] : result.problems.map(formatProblem)).toEqual([
    'router a: cannot be said [test/nothing]\nhelp: say less',
    'router b: cannot be said [test/nothing]\nhelp: say less',
    'target b: {{nmae}}: the view has no text, number or section of this name [render/unfilled-tag]\n' +
      'help: correct the tag, or let the view of b answer it, with undefined where there is nothing to write',
    'target c: template: {{> profile}}: there is no partial of this name [render/template]\n' +
      'help: mend the template of c, or leave the target out',
    'target d: partial peers: Unclosed section "x" at 6 [render/template]\n' +
      'help: mend the template of d, or leave the target out',
  ])
})

test('annotated, `{{> origins}}` is a comment line for each origin, as deep as the tag; otherwise it is nothing', () => {
  const origins = [anOrigin('spec.bgp.routers[0]'), anOrigin('spec.bgp.routers[1]', { kind: 'Node', namespace: '' })]
  const blocks = target('a', {
    template: '{{#lines}}\nrouter\n  {{> origins}}\n  line\n{{/lines}}\n',
    view: () => ok({ lines: [{ origins }, { origins: [] }, { origins: undefined }] }),
  })
  const line = 'router\n  line\n'
  const comments = '  ! FRRConfiguration frr-system/edge  spec.bgp.routers[0]\n  ! Node edge  spec.bgp.routers[1]\n'
  expect(render({ model, targets: [blocks], annotate: true })).toEqual(ok(`router\n${comments}  line\n${line}${line}`))
  expect(render({ model, targets: [blocks] })).toEqual(ok(line + line + line))
})

test('annotated, a view that knows nothing of origins is at fault', () => {
  const result = render({ model, targets: [target('a', { template: '{{> origins}}\n' })], annotate: true })
  expect(result).toMatchObject({ ok: false, problems: [{ code: 'render/unfilled-tag', field: '{{origins}}' }] })
})

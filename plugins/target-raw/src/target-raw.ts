import { ok } from '@frrkit/model'
import { defineRenderTarget, type OptionNames, type RenderTarget } from '@frrkit/plugin'

export const optionNames: OptionNames<object> = {}

/** Appends the raw snippets to frr.conf, as they were written, in the order of the model: by priority, then by object. */
export function targetRaw(): RenderTarget {
  return defineRenderTarget({
    name: 'target-raw',
    // After everything that is rendered, so that a snippet may change what stands above it.
    place: 'tail',
    template: rawTemplate,
    view: ({ rawSnippets }) =>
      ok({ snippets: rawSnippets.map(({ text, origin }) => ({ text: text.reveal(), origins: [origin] })) }),
  })
}

// `origins` is the renderer's own partial: comment lines in an annotated frr.conf, nothing otherwise.
const rawTemplate = `\
{{#snippets}}
{{> origins}}
{{text}}
{{/snippets}}
`

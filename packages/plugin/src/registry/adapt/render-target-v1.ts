import type { FrrModel, RawSnippet, Result } from '@frrkit/model'
import type { RenderTarget } from '../../render-target.ts'

/** The model as `render-target/v1` knew it: raw snippets were plain strings, and printed the passwords in them. */
export type FrrModelV1 = Omit<FrrModel, 'rawSnippets'> & {
  readonly rawSnippets: readonly (Omit<RawSnippet, 'text'> & { readonly text: string })[]
}

export type RenderTargetV1 = Omit<RenderTarget, 'contract' | 'view'> & {
  readonly contract: 'render-target/v1'
  view(model: FrrModelV1): Result<object>
}

/** A target of today that asks the old one, in the words of its time. */
export function adaptRenderTargetV1(old: RenderTargetV1): RenderTarget {
  const { name, place, template, partials } = old
  return {
    contract: 'render-target/v2',
    name,
    place,
    template,
    ...(partials !== undefined && { partials }),
    view: (model) => old.view({ ...model, rawSnippets: model.rawSnippets.map(withPlainText) }),
  }
}

function withPlainText(snippet: RawSnippet): FrrModelV1['rawSnippets'][number] {
  return { ...snippet, text: snippet.text.reveal() }
}

import { ok } from '@frrkit/model'
import { defineRenderTarget, type OptionNames, type RenderTarget } from '@frrkit/plugin'
import { profileTemplate, profileView } from './profile.ts'

export const optionNames: OptionNames<object> = {}

/** Renders the `bfd` block: one profile each, nothing at all when there are none. */
export function targetBfdd(): RenderTarget {
  return defineRenderTarget({
    name: 'target-bfdd',
    place: 'body',
    template: bfdTemplate,
    partials: { profile: profileTemplate },
    // An empty `bfd` block is legal, but it would start every diff with a line nobody asked for.
    view: ({ bfdProfiles }) => ok({ bfd: bfdProfiles.length > 0 && { profiles: bfdProfiles.map(profileView) } }),
  })
}

const bfdTemplate = `\
{{#bfd}}
bfd
{{#profiles}}
{{> profile}}
{{/profiles}}
{{/bfd}}
`

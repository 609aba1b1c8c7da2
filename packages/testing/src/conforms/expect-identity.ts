import { expect } from 'vitest'

/** What a plugin says about itself: the contract that this suite is for, and a name like its package's. */
export function expectIdentity(
  plugin: { readonly contract: string; readonly name: string },
  { contract, define, name }: { readonly contract: string; readonly define: string; readonly name?: string },
): void {
  expect(plugin.contract, `build it with ${define} of @frrkit/plugin, which states the contract`).toBe(contract)
  expect(plugin.name, 'name it like its package without the scope: lower-case words joined by hyphens').toMatch(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  )
  if (name !== undefined) expect(plugin.name, 'the name that this suite was given is not its own').toBe(name)
}

/**
 * Who may import whom, by the role in a package's Nx tags. `tests` lists what its tests may import besides.
 * A package tagged `pure` may import pure packages only, whatever its role allows.
 */
export const roles: Readonly<Record<string, { readonly may: readonly string[]; readonly tests: readonly string[] }>> = {
  'role:contract': { may: ['role:contract'], tests: [] },
  'role:core': { may: ['role:contract', 'role:core'], tests: ['role:testing'] },
  'role:edge': { may: [], tests: ['role:testing'] },
  'role:plugin': { may: ['role:contract', 'role:edge'], tests: ['role:testing'] },
  'role:runtime': { may: ['role:contract', 'role:core', 'role:runtime'], tests: ['role:testing'] },
  'role:app': {
    may: ['role:contract', 'role:core', 'role:edge', 'role:plugin', 'role:runtime', 'role:app'],
    tests: ['role:testing'],
  },
  'role:testing': { may: ['role:contract'], tests: ['role:testing'] },
  'role:tool': {
    may: ['role:contract', 'role:core', 'role:edge', 'role:plugin', 'role:runtime', 'role:app', 'role:testing'],
    tests: ['role:tool'],
  },
}

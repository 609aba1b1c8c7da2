import { globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { roles } from './roles.ts'

type Package = { readonly name: string; readonly folder: string; readonly role: string; readonly pure: boolean }

/** Every package of the workspace with its tags; a package without a known role is refused here. */
export function readPackages(root: string): readonly Package[] {
  return globSync('{packages,plugins,tools}/*/package.json', { cwd: root })
    .toSorted()
    .map((file) => {
      const { name, nx } = JSON.parse(readFileSync(`${root}/${file}`, 'utf8'))
      const tags: readonly string[] = nx?.tags ?? []
      const role = tags.find((tag) => Object.hasOwn(roles, tag))
      if (role === undefined) throw new Error(`${file}: nx.tags must name one of ${Object.keys(roles).join(', ')}`)
      return { name, folder: dirname(file), role, pure: tags.includes('pure') }
    })
}

/** oxlint overrides, one for the sources and one for the tests of each package, that forbid what its role forbids. */
export function restrictImports(packages: readonly Package[]): object[] {
  return packages.flatMap((from) => {
    const { may, tests } = roles[from.role] ?? { may: [], tests: [] }
    const forbidden = (roleAllowed: readonly string[], mustBePure: boolean) =>
      packages.filter((to) => to !== from && (!roleAllowed.includes(to.role) || (mustBePure && !to.pure)))
    return [
      rule([`${from.folder}/src/**/*.ts`], from, forbidden(may, from.pure)),
      rule(
        [`${from.folder}/src/**/*.test.ts`, `${from.folder}/e2e/**/*.ts`],
        from,
        forbidden([...may, ...tests], false),
      ),
    ]
  })
}

function rule(files: readonly string[], from: Package, forbidden: readonly Package[]): object {
  const packagePatterns = forbidden.map(({ name, role, pure }) => ({
    group: [name, `${name}/*`],
    message: `${from.name} is ${from.role}${from.pure ? ' and pure' : ''}; it may not import ${role}${pure ? '' : ', not pure'} (tools/boundaries/src/roles.ts)`,
  }))
  const elsewhere = {
    regex: '(^|/)\\.\\./(.*/)?(packages|plugins|tools)/|^(\\.\\./)+[a-z-]+/src/',
    message: 'import another package by its name, never by a path',
  }
  return { files, rules: { 'no-restricted-imports': ['error', { patterns: [...packagePatterns, elsewhere] }] } }
}

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readPackages } from './restrict-imports.ts'
import { roles } from './roles.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const [, picture = ''] =
  /^```mermaid\nflowchart TD\n(.*?)^```/ms.exec(readFileSync(`${root}docs/architecture.md`, 'utf8')) ?? []
const lines = picture.trimEnd().replaceAll('<br>', ' ').split('\n')
// Tools may import everything, and are not in the picture.
const shown = Object.keys(roles).filter((role) => role !== 'role:tool')

test('every arrow of docs/architecture.md is one of the table, and every one of the table is there', () => {
  const arrows = shown.flatMap((role) =>
    (roles[role]?.may ?? []).filter((other) => other !== role).map((other) => `  ${nameOf(role)} --> ${nameOf(other)}`),
  )
  expect(lines.filter((line) => line.includes('-->')).toSorted()).toEqual(arrows.toSorted())
})

test('every room of docs/architecture.md has the packages that have its role', () => {
  const packages = readPackages(root).filter(({ folder }) => !folder.startsWith('tools/'))
  const rooms = shown.map((role) => {
    const inside = packages.filter((one) => one.role === role).map(({ folder }) => folder.replace(/^\w+\//, ''))
    return `  ${nameOf(role)}["${nameOf(role)}: ${inside.toSorted().join(', ')}"]`
  })
  expect(lines.filter((line) => !line.includes('-->')).toSorted()).toEqual(rooms.toSorted())
})

function nameOf(role: string): string {
  return role.replace('role:', '')
}

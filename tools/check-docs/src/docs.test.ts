import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { files, read } from './files.ts'
import { deadLinks } from './links.ts'

const sources = files('packages/*/src/*.ts', 'plugins/*/src/*.ts').filter((file) => !file.endsWith('.test.ts'))
const pages = files('docs/problems/*.md').filter((file) => !file.endsWith('README.md'))
const codeOfPage = (page: string) => page.replace(/^.*\/([a-z]+)-([a-z0-9-]+)\.md$/, '$1/$2')

/** Problem codes: what stands behind `code:`, and every other literal whose area is one that has pages. */
function codes(): ReadonlySet<string> {
  const areas = [...new Set(pages.map((page) => codeOfPage(page).split('/')[0]))].join('|')
  const patterns = [/code: '([a-z]+\/[a-z0-9-]+)'/g, new RegExp(`'((?:${areas})/[a-z0-9-]+)'`, 'g')]
  const literals = sources.flatMap((file) => patterns.flatMap((pattern) => [...read(file).matchAll(pattern)]))
  return new Set(literals.map(([, code]) => code ?? ''))
}

test('every problem code has a page, and every page a code', () => {
  expect(pages.map(codeOfPage).toSorted()).toEqual([...codes()].toSorted())
})

test('the index has every area of codes, and no other', () => {
  const rows = [...read('docs/problems/README.md').matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell = '']) =>
    cell.split(', '),
  )
  const areas = new Set(pages.map((page) => `\`${codeOfPage(page).split('/')[0]}/\``))
  expect(rows.toSorted()).toEqual([...areas].toSorted())
})

test.each(pages.map((page) => ({ page })))(
  '$page shows the problem as it is printed, and says how to fix it',
  ({ page }) => {
    expect(read(page)).toContain(`[${codeOfPage(page)}]`)
    expect(read(page)).toMatch(/\*\*How it happens\.?\*\*/)
    expect(read(page)).toMatch(/\*\*How to fix it\.?\*\*/)
  },
)

const headings = ['## When to use it', '## Example', '## Options', '## Problems', '## Compatibility']
// Packages of the workspace; projects further down are examples of what outside authors have.
const manifests = ['packages', 'plugins', 'tools'].map((place) => `:(glob)${place}/*/package.json`)
test.each(files(...manifests).map((file) => ({ folder: dirname(file) })))(
  '$folder has a README with the five headings',
  ({ folder }) => {
    const lines = read(`${folder}/README.md`).split('\n')
    expect(lines.filter((line) => line.startsWith('## '))).toEqual(headings)
    expect(lines[0]).toBe(`# ${JSON.parse(read(`${folder}/package.json`)).name}`)
  },
)

test.each(files('*.md').map((file) => ({ file })))('$file has no dead link', ({ file }) => {
  expect(deadLinks(file)).toEqual([])
})

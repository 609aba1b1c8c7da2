import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { read, root } from './files.ts'

/** Links of a page that lead to no file, or to no heading of one; those to the web are not followed. */
export function deadLinks(page: string): readonly string[] {
  const text = withoutCode(read(page))
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '')
  return targets.filter((target) => !/^(https?:|mailto:)/.test(target) && !leadsSomewhere(page, target))
}

function leadsSomewhere(page: string, target: string): boolean {
  const [path = '', heading] = target.split('#')
  const file = path === '' ? page : join(dirname(page), path)
  if (!existsSync(join(root, file))) return false
  return heading === undefined || !file.endsWith('.md') || anchors(read(file)).includes(heading)
}

/** As GitHub makes them: lower case, spaces are dashes, other punctuation is left out; a second one of the same text is `…-1`. */
function anchors(markdown: string): readonly string[] {
  const headings = [...markdown.replace(/^ *```[\s\S]*?^ *```$/gm, '').matchAll(/^#+ (.*)$/gm)]
  const slugs = headings.map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .replaceAll(' ', '-'),
  )
  return slugs.map((slug, i) => {
    const before = slugs.slice(0, i).filter((other) => other === slug).length
    return before === 0 ? slug : `${slug}-${before}`
  })
}

function withoutCode(markdown: string): string {
  return markdown.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '')
}

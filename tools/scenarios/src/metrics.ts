import { get } from 'node:https'
import type { Node } from './node.ts'

/** What Prometheus gets of a node: series as they are written, and their values. */
export async function scrape({ frrkit }: Pick<Node, 'frrkit'>): Promise<ReadonlyMap<string, number>> {
  const { msg } = await frrkit().logged(/^metrics: listening on /)
  const text = await fetchMetrics(`https://${msg.split(' ').at(-1)}/metrics`)
  return new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const end = line.lastIndexOf(' ')
        return [line.slice(0, end), Number(line.slice(end + 1))] as const
      }),
  )
}

function fetchMetrics(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // The certificate is one that the daemon made for itself.
    get(url, { headers: { authorization: 'Bearer prometheus' }, rejectUnauthorized: false }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => resolve(body))
    }).on('error', reject)
  })
}

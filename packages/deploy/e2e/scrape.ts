import { get } from 'node:https'
import { createServer } from 'node:net'

/** The code that /metrics answers to a token. */
export function scrape(port: number, token: string): Promise<number | undefined> {
  const options = {
    port,
    path: '/metrics',
    headers: { authorization: `Bearer ${token}` },
    rejectUnauthorized: false,
  }
  return new Promise((resolve, reject) => {
    get(options, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject)
  })
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const listening = createServer().listen(0, '127.0.0.1', () => {
      const address = listening.address()
      listening.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}

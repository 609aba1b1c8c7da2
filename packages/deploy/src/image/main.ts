import { fileURLToPath } from 'node:url'
import { collect } from './collect.ts'

const [to] = process.argv.slice(2)
if (to === undefined) throw new Error('usage: node packages/deploy/src/image/main.ts <folder>')
await collect(fileURLToPath(new URL('../../../..', import.meta.url)).replace(/\/$/, ''), to)

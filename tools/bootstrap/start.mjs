// `npm start`: installs what is missing, then runs the demo. Runs on the machine's own Node with nothing installed.
import { ensureFrr } from './src/frr.mjs'
import { ensureNodeModules } from './src/node-modules.mjs'
import { repositoryNode, root } from './src/places.mjs'
import { run } from './src/run.mjs'

ensureNodeModules()
const frr = ensureFrr()
if (!frr.ok) {
  console.error(`the demo needs a real FRR: ${frr.reason}\nhelp: ${frr.help}`)
  process.exit(1)
}
const demo = ['--conditions=@frrkit/source', 'tools/demo/src/main.ts', ...process.argv.slice(2)]
process.exitCode = await run(repositoryNode(), demo, { cwd: root })

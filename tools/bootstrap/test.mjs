// `npm test`: installs what is missing, runs every test, ends with one line that counts them. Arguments go to vitest.
import { ensureFrr } from './src/frr.mjs'
import { judgeRun } from './src/judge-run.mjs'
import { ensureNodeModules } from './src/node-modules.mjs'
import { repositoryNode, root } from './src/places.mjs'
import { run, step } from './src/run.mjs'

ensureNodeModules()
const frr = ensureFrr()
const inCi = !['', '0', 'false'].includes(process.env.CI ?? '')
if (!frr.ok) {
  const consequence = inCi ? 'CI must test with a real FRR' : 'tests with a real FRR will be skipped'
  console.error(`${consequence}: ${frr.reason}\nhelp: ${frr.help}`)
}
if (!frr.ok && inCi) {
  console.log('0 passed, 1 failed')
  process.exit(1)
}

// Elsewhere the tests run on the FRR that is there, and say which release they lack.
if (inCi) step(repositoryNode(), ['--conditions=@frrkit/source', 'packages/frr-lab/src/install-main.ts'], { cwd: root })
const reporters = ['--reporter=default', '--reporter=./tools/bootstrap/src/summary-reporter.ts']
const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...process.argv.slice(2)]
/** @type {string} */
let counts = ''
const exitCode = await run(repositoryNode(), vitest, { cwd: root, onMessage: (text) => (counts = text) })
const verdict = judgeRun({ exitCode, counts })
if (verdict.complaint !== undefined) console.error(verdict.complaint)
console.log(verdict.line)
process.exitCode = verdict.exitCode

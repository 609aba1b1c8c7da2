import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { makeHere } from './frrkit-here.ts'

/** Built when the contract was `render-target/v1`, and never again; see the README beside it. */
const old = fileURLToPath(new URL('../../plugin/fixtures/target-raw-v1/index.js', import.meta.url))

const edge = `apiVersion: frrk8s.metallb.io/v1beta1
kind: FRRConfiguration
metadata: {name: edge, namespace: frr-system}
spec: {raw: {rawConfig: "router bgp 64512\\n neighbor 192.0.2.1 remote-as 64513\\n neighbor 192.0.2.1 password s3cret"}}
`

test('a plugin built against an old contract works, hides secrets as before, and a warning says what to do', async () => {
  const here = await makeHere()
  onTestFinished(() => here.remove())
  await here.write('edge.yaml', edge)
  await here.write('frrkit.conf', `plugins: {source-file: {dir: ${here.dir}}, ${old}: }`)
  const stderr = `warning: plugin target-raw: contract: built for render-target/v1, which works through an adapter [plugin/old-contract]
help: install a version of the plugin for render-target/v2; its author finds in docs/contracts.md what to change
`
  expect(await here.frrkit('render', '--config', 'frrkit.conf')).toEqual({
    code: 0,
    stdout: 'router bgp 64512\n neighbor 192.0.2.1 remote-as 64513\n neighbor 192.0.2.1 password (hidden)\n',
    stderr,
  })
  expect(await here.frrkit('check', '--config', 'frrkit.conf', '--node', 'worker-1')).toEqual({
    code: 0,
    stdout: 'worker-1: ok, 1 object, 0 neighbors, 0 prefixes\n',
    stderr,
  })
})

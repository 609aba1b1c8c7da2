import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readManifests } from './manifest.ts'
import { againstOpenapi } from './openapi.ts'

test('docs/alerts.yaml is an object that the Prometheus operator takes', async () => {
  const objects = readManifests(readFileSync(new URL('../../../docs/alerts.yaml', import.meta.url), 'utf8'))
  expect(objects.map(({ kind }) => kind)).toEqual(['PrometheusRule'])
  const wrong = await Promise.all(objects.map(againstOpenapi))
  expect(wrong.flat()).toEqual([])
})

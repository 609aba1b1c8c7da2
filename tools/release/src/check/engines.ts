import { subset } from 'semver'
import { installedManifest, installedWith, type Package } from '../published.ts'

/** Dependencies that do not run on every Node that the package says it runs on. */
export function engineFaults(from: Package): readonly string[] {
  const node = from.manifest.engines?.node ?? '*'
  return Object.keys(installedWith(from.manifest)).flatMap((name) => {
    const theirs = installedManifest(from, name)?.engines?.node
    return theirs === undefined || subset(node, theirs)
      ? []
      : [`engines.node is ${node}, but its dependency ${name} runs on ${theirs} only`]
  })
}

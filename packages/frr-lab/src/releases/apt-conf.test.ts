import { expect, test } from 'vitest'
import { aptConf, mirrorsIn, neededPackages, sourcesList } from './apt-conf.ts'

const place = { directory: '/var/cache/x', mirror: 'http://mirror.example/debian', suite: 'trixie' }

test('apt writes into its own directory and checks signatures with Debian’s own keys', () => {
  expect(sourcesList(place)).toBe(
    'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://mirror.example/debian trixie main\n',
  )
  const places = aptConf(place)
    .split('\n')
    .filter((line) => line.startsWith('Dir::'))
  expect(places).toEqual([
    'Dir::State "/var/cache/x/state";',
    'Dir::State::status "/var/cache/x/status";',
    'Dir::Cache "/var/cache/x/cache";',
    'Dir::Etc::SourceList "/var/cache/x/sources.list";',
    'Dir::Etc::SourceParts "/dev/null";',
    'Dir::Etc::Preferences "/dev/null";',
    'Dir::Etc::PreferencesParts "/dev/null";',
  ])
})

test.each([
  {
    case: 'that of the running suite, once, without its updates and its security',
    uris: `\
'http://mirror.example/debian/dists/bookworm/InRelease' mirror.example_debian_dists_bookworm_InRelease 0 
'http://mirror.example/debian/dists/bookworm-updates/InRelease' mirror.example_debian_dists_bookworm-updates_InRelease 0 
'http://mirror.example/debian-security/dists/bookworm-security/InRelease' x 0 
'http://mirror.example/debian/dists/bookworm/main/binary-amd64/Packages.xz' x 0 
`,
    mirrors: ['http://mirror.example/debian'],
  },
  {
    case: 'a stranger’s packages for the same suite come last',
    uris: "'https://tools.example/apt/dists/bookworm/InRelease' x 0 \n'file:/srv/debian/dists/bookworm/InRelease' x 0 \n",
    mirrors: ['file:/srv/debian', 'https://tools.example/apt'],
  },
  { case: 'a machine without sources', uris: '', mirrors: [] },
])('mirrors: $case', ({ uris, mirrors }) => {
  expect(mirrorsIn(uris, 'bookworm')).toEqual(mirrors)
})

test('of the dependencies, FRR and libraries are needed', () => {
  const uris = `\
'http://m/pool/f/frr/frr_10.3-3_amd64.deb' frr_10.3-3_amd64.deb 5878232 MD5Sum:0
'http://m/pool/f/frr/frr-pythontools_10.3-3_all.deb' frr-pythontools_10.3-3_all.deb 41072 MD5Sum:0
'http://m/pool/g/glibc/libc6_2.41-12_amd64.deb' libc6_2.41-12_amd64.deb 2846580 MD5Sum:0
'http://m/pool/c/cap/libcap2_1%3a2.75_amd64.deb' libcap2_1%3a2.75_amd64.deb 28988 MD5Sum:0
'http://m/pool/s/systemd/systemd_257_amd64.deb' systemd_257_amd64.deb 3093632 MD5Sum:0
'http://m/pool/s/systemd/libsystemd-shared_257_amd64.deb' libsystemd-shared_257_amd64.deb 2154616 MD5Sum:0
'http://m/pool/p/python3.13/libpython3.13-stdlib_3.13_amd64.deb' libpython3.13-stdlib_3.13_amd64.deb 1958624 MD5Sum:0
'http://m/pool/a/adduser/adduser_3_all.deb' adduser_3_all.deb 190932 MD5Sum:0
`
  expect(neededPackages(uris)).toEqual(['frr', 'frr-pythontools', 'libc6', 'libcap2'])
})

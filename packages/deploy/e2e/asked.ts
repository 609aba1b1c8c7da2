import type { ApiServer } from '@frrkit/testing/api-server'

/** What RBAC refused; an FRRConfiguration that is created is refused by the webhook. */
export function refused(server: ApiServer): readonly string[] {
  return server
    .requests(({ code, verb, resource }) => code === 403 && !(verb === 'create' && resource === 'frrconfigurations'))
    .map(({ verb, path }) => `${verb} ${path}`)
}

/** Which of these, in the words of RBAC, nobody asked. */
export function lacking(server: ApiServer, wanted: Readonly<Record<string, string>>): readonly string[] {
  const all = server
    .requests()
    .flatMap(({ verb, resource, subresource }) =>
      resource === undefined ? [] : [`${resource}${subresource === undefined ? '' : `/${subresource}`} ${verb}`],
    )
  return Object.entries(wanted)
    .flatMap(([resource, verbs]) => verbs.split(' ').map((verb) => `${resource} ${verb}`))
    .filter((request) => !all.includes(request))
}

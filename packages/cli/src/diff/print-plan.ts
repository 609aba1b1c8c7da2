import type { Group, Plan, Section, Subject } from './plan.ts'

/** The plan for people; ends with a line that counts. */
export function printPlan({ groups, summary }: Plan): string {
  if (groups.length === 0) return 'nothing would change\n'
  const { add, remove, resets } = summary
  const counted = `${add} to add, ${remove} to remove, ${resets} ${resets === 1 ? 'session' : 'sessions'} reset\n`
  return [...groups.map(printGroup), counted].join('\n')
}

function printGroup(group: Group): string {
  return `${title(group)}\n${group.sections.map(printSection).join('')}`
}

function title({ subject, change, resets }: Group): string {
  const name = subjectName(subject)
  if (subject.kind === 'neighbor') {
    if (change === 'added') return `${name}: new`
    const verb = change === 'removed' ? 'ends' : 'resets'
    if (resets.length > 0) return `${name}: the session ${verb}: ${resets.join(', ')}`
  } else if (change !== 'changed') return `${name}: ${change === 'added' ? 'new' : 'removed'}`
  return name
}

function subjectName(subject: Subject): string {
  switch (subject.kind) {
    case 'neighbor':
      return `neighbor ${subject.name}${inVrf(subject.vrf)}`
    case 'router':
      return `router${inVrf(subject.vrf)}`
    case 'bfd-profile':
      return `BFD profile ${subject.name}`
    case 'global':
      return 'node'
    case 'other':
      return 'other configuration, as from raw snippets'
  }
}

function inVrf(vrf: string): string {
  return vrf === '' ? '' : ` (vrf ${vrf})`
}

function printSection({ heading, lines }: Section): string {
  const indent = heading === '' ? '  ' : '    '
  const head = heading === '' ? '' : `  ${heading}\n`
  return head + lines.map(({ sign, text }) => `${indent}${sign} ${text}${sign === '~' ? '  (changed)' : ''}\n`).join('')
}

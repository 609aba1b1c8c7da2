import { type Prefix, parsePrefix } from '@frrkit/model'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { addMetallbPublish } from './add-metallb-publish.ts'
import { addStatus } from './add-status.ts'
import { addWebhook } from './add-webhook.ts'
import { fromEnvironment, meansCluster } from './cluster-flags.ts'
import { examples, frrVersion, milliseconds, output, someMilliseconds, textOutput } from './command-words.ts'
import { type CheckOptions, checkCommand } from './commands/check.ts'
import { type DiffOptions, diffCommand } from './commands/diff.ts'
import { type ExplainOptions, explainNeighborCommand, explainPrefixCommand } from './commands/explain.ts'
import { type RenderOptions, renderCommand } from './commands/render.ts'
import { type RunOptions, runCommand } from './commands/run.ts'
import { common } from './common-options.ts'
import { asGoTakesThem, exitCodeFor } from './go-flags.ts'
import type { ExitCode, Io } from './io.ts'
import { addReferenceFlags } from './reference-flags.ts'
import { type NodeChoice, parseLabels } from './settings.ts'
import { checkTlsFlags } from './tls-flags.ts'
import { versions } from './versions.ts'

/** The command line, from its words to an exit code. Never throws for what a user wrote. */
export async function main(words: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = 0
  const program = createProgram(io, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(asGoTakesThem(words), { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return exitCodeFor(error, words[0])
    throw error
  }
  return exitCode
}

function createProgram(io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command('frrkit')
    .description('Shares the one FRR of a node among several actors: FRRConfiguration objects in, a running FRR out.')
    .version(versions(), '-V, --version', "print frrkit's version and that of Node, as a bug report wants them")
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .showHelpAfterError('(frrkit --help shows how)')
    .helpCommand(false)
    .hook('preAction', (_, command) => {
      const { dir, config } = command.opts()
      const reads = command.options.some((option) => option.attributeName() === 'dir')
      if (reads && dir === undefined && config === undefined && !meansCluster(command)) {
        command.error(
          'error: where are the objects? Give --dir <folder>, --config <file>, or --namespace <name> of a cluster',
        )
      }
    })
    .hook('preAction', (_, command) => checkTlsFlags(command))
    .addHelpText('after', examples('frrkit check --dir ./frr.d', 'frrkit run --dir /etc/frrkit --node-name worker-1'))

  const run = common(program.command('run'))
    .description('run the daemon: watch the objects, keep FRR as they say, report')
    .option('--debounce <ms>', 'milliseconds between two reloads at least (default: 300)', milliseconds)
    .addOption(
      new Option('--bgp-debounce-timeout <ms>', 'gather changes for so long before each reload, as frr-k8s does')
        .argParser(someMilliseconds)
        .env('FRR_K8S_BGP_DEBOUNCE_TIMEOUT'),
    )
    .option('--frr-conf <file>', 'the frr.conf to write (default: /etc/frr/frr.conf)')
    .option('--pathspace <name>', "FRR's pathspace, as its daemons got it with -N")
    .option('--vty-dir <folder>', "where the sockets of FRR's daemons are (default: /run/frr)")
    .option('--no-mend', 'report what somebody changes in FRR by hand, and leave it alone')
    .addOption(output('text on a terminal, else json'))
    .addHelpText(
      'after',
      examples(
        'frrkit run --dir /etc/frrkit --node-name worker-1 --node-label rack=r1',
        'frrkit run --namespace frr-k8s-system --node-name worker-1',
      ),
    )
    .action(async (options: RunOptions) => done(await runCommand(options, io)))
  fromEnvironment(addReferenceFlags(run))

  common(program.command('render'))
    .description('print the frr.conf that the objects mean for one node')
    .option('--annotate', 'name the objects behind each block in comment lines')
    .option('--show-secrets', 'print passwords, which are hidden otherwise')
    .addOption(textOutput())
    .addHelpText('after', examples('frrkit render --dir ./frr.d --node-name worker-1 --annotate'))
    .action(async (options: RenderOptions) => done(await renderCommand(options, io)))

  common(program.command('check'))
    .description('run the whole pipeline without touching FRR; exit 1 if anything is wrong, or FRR would refuse it')
    .option('--node <name[,label=value…]>', 'a node to check for (repeatable)', nodes)
    .option('--frr-version <version>', 'the FRR that would be told (default: any that is known)', frrVersion)
    .addOption(textOutput())
    .addHelpText('after', examples('frrkit check --dir ./frr.d --node worker-1,rack=r1 --node worker-2,rack=r2'))
    .action(async (options: CheckOptions) => done(await checkCommand(options, io)))

  common(program.command('diff'))
    .description('say what the objects would change, neighbor by neighbor, and which sessions that resets')
    .addOption(against('--against <file>', 'a frr.conf'))
    .addOption(against('--against-running', 'what FRR runs now'))
    .addOption(against('--against-dir <folder>', 'what the objects of another folder mean'))
    .addOption(against('--against-commit <rev>', 'what the objects of the folder meant in a git commit'))
    .option('--pathspace <name>', "FRR's pathspace, as its daemons got it with -N")
    .option('--vty-dir <folder>', "where the sockets of FRR's daemons are (default: /run/frr)")
    .option('--commands', 'also print what reloader-vty would send to which daemon')
    .option('--exit-code', 'exit 1 when anything would change')
    .addOption(textOutput())
    .addHelpText(
      'after',
      examples('frrkit diff --dir ./frr.d --against-running', 'frrkit diff --dir ./frr.d --against-commit HEAD~1'),
    )
    .action(async (options: DiffOptions, command: Command) => {
      if (againstOptions.filter((option) => command.getOptionValue(option) !== undefined).length === 0)
        command.error('error: say against what: --against, --against-running, --against-dir or --against-commit')
      const where = options.pathspace === undefined ? options.vtyDir && '--vty-dir' : '--pathspace'
      if (where && options.againstRunning !== true) command.error(`error: ${where} goes with --against-running`)
      done(await diffCommand(options, io))
    })

  addExplain(program, io, done)
  addStatus(program, io, done)
  addMetallbPublish(program, io, done)
  addWebhook(program, io, done)
  return program
}

function addExplain(program: Command, io: Io, done: (code: ExitCode) => void): void {
  const explain = program
    .command('explain')
    .description('say who defines a neighbor, and why a prefix is advertised or not')
    .helpCommand(false)
    .addHelpText('after', examples('frrkit explain neighbor 192.0.2.1', 'frrkit explain prefix 198.51.100.0/24'))
  common(explain.command('neighbor'))
    .description('who defines a neighbor, who set what, what it is sent and what is accepted from it')
    .argument('<name>', 'its address or interface')
    .option('--vrf <name>', 'only in that VRF; default is the default VRF')
    .addOption(textOutput())
    .addHelpText('after', examples('frrkit explain neighbor 192.0.2.1 --dir ./frr.d --node-name worker-1'))
    .action(async (name: string, options: ExplainOptions) => done(await explainNeighborCommand(name, options, io)))
  common(explain.command('prefix'))
    .description('who originates a prefix, who gets it, why others do not, and who may send it')
    .argument('<prefix>', 'address and length: 198.51.100.0/24', prefix)
    .option('--neighbor <name>', 'only for that neighbor')
    .option('--vrf <name>', 'only in that VRF; default is the default VRF')
    .addOption(textOutput())
    .addHelpText('after', examples('frrkit explain prefix 198.51.100.0/24 --dir ./frr.d --neighbor 192.0.2.1'))
    .action(async (asked: Prefix, options: ExplainOptions) => done(await explainPrefixCommand(asked, options, io)))
}

function prefix(text: string): Prefix {
  const parsed = parsePrefix(text)
  if (parsed === undefined) throw new InvalidArgumentError('Write it as 198.51.100.0/24 or 2001:db8::/32.')
  return parsed
}

const againstOptions = ['against', 'againstRunning', 'againstDir', 'againstCommit']

/** Of these one is needed, and two are one too many. */
function against(flags: string, meaning: string): Option {
  const option = new Option(flags, `compare with ${meaning}`)
  return option.conflicts(againstOptions.filter((name) => name !== option.attributeName()))
}

function nodes(text: string, before: readonly NodeChoice[] = []): readonly NodeChoice[] {
  const [name = '', ...rest] = text.split(',')
  if (name === '' || rest.some((label) => !/^[^=]+=/.test(label)))
    throw new InvalidArgumentError('Write it as name,key=value.')
  return [...before, { name, labels: parseLabels(rest) }]
}

import { type Command, Option } from 'commander'
import { examples, seconds, textOutput } from './command-words.ts'
import { type StatusOptions, statusCommand } from './commands/status.ts'
import type { ExitCode, Io } from './io.ts'

/** `frrkit status`: it reads no objects, so it has none of the options that say where they are. */
export function addStatus(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('status')
    .description('show the sessions of the FRR that runs here; exit 1 if one is down that should be up')
    .option('--vrf <name>', 'only of that VRF')
    .option(
      '--watch [seconds]',
      'look again and again, every second if not told otherwise (default on a terminal)',
      seconds,
    )
    .addOption(new Option('--once', 'look once (default everywhere else)').conflicts('watch'))
    .option('--pathspace <name>', "FRR's pathspace, as its daemons got it with -N")
    .option('--vty-dir <folder>', "the folder of FRR's *.vty sockets (default: /run/frr)")
    .option('--config <file>', 'a frrkit.yaml, whose reloader says where FRR is')
    .addOption(textOutput())
    .showHelpAfterError('(--help shows how)')
    .addHelpText('after', examples('frrkit status', 'frrkit status --once --output json'))
    .action(async (options: StatusOptions) => done(await statusCommand(options, io)))
}

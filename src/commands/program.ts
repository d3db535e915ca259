/** The command line: which commands there are, and what is printed of what they return. */
import completion from '@bomb.sh/tab/commander';
import { Command } from 'commander';
import { pino } from 'pino';
import { version } from '../domain/version.js';
import { snakeKeys } from '../lib/snake.js';
import { printable } from '../text/printable.js';
import { commandFirst } from './arguments.js';
import type { CommandOutcome, CommonOptions, Outside, Person } from './command.js';
import { type Declare, declareCommands } from './declarations.js';
import { examples } from './examples.js';
import { failureOf, failureText } from './failures.js';
import { levelOf, sentenceOf } from './log-sentences.js';

/** What the command line is given of the process that it runs in. */
export interface Terminal {
  cwd: string;
  environment: NodeJS.ProcessEnv;
  now(): number;
  /** Standard output. */
  print(text: string): void;
  /** Standard error. */
  complain(text: string): void;
  /** Columns of the terminal to which standard error goes; absent where it goes elsewhere. */
  columns?: number;
  /** Who sits at it; absent where input or output goes elsewhere. */
  person?: Person;
  /** Resolves when the process is asked to stop. */
  stopRequested(): Promise<void>;
}

/**
 * Runs one command line. Resolves with its exit status: 0 done, 1 failed, 2 wrong usage or config, 3 done but not to be relied on, or
 * the day has no data, 143 asked to stop.
 */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<number> {
  const asked = { json: args.includes('--json'), verbose: args.includes('--verbose') };
  let said = '';
  try {
    let status = 0;
    const done: Done = (outcome, options) => {
      print(outcome, options, terminal);
      status = outcome.exitCode ?? 0;
    };
    const program = createProgram(terminal, done, (text) => {
      said += text;
    });
    await program.parseAsync(commandFirst(args), { from: 'user' });
    return status;
  } catch (error) {
    if (isHelp(error)) return 0;
    const failure = failureOf(error, said);
    // What went wrong does not stand behind a line of progress.
    if (terminal.columns !== undefined) terminal.complain('\r\u001b[K');
    terminal.complain(failureText(failure, asked));
    return failure.exitCode;
  }
}

const isHelp = (error: unknown): boolean =>
  error instanceof Error &&
  error.name === 'CommanderError' &&
  (error as Error & { exitCode: number }).exitCode === 0;

type Done = (outcome: CommandOutcome, options: CommonOptions) => void;

/** @param complaint what commander says of wrong arguments */
function createProgram(terminal: Terminal, done: Done, complaint: (text: string) => void): Command {
  const program = new Command('handback')
    .description(
      'Joins escalated bot sessions with what the agents then had to do, and says what to repair.',
    )
    .version(version)
    .showHelpAfterError('(add --help for the options)')
    .configureOutput({
      writeOut: terminal.print,
      writeErr: complaint,
      outputError: complaint,
    })
    .exitOverride();

  /** Declares a command; its file is loaded when it is called. */
  const command: Declare = (name, description, load) =>
    program
      .command(name)
      .description(description)
      .option('--config <file>', 'the configuration (config/handback.yaml, else handback.yaml)')
      .option('--db <file>', "the database, in place of the config's")
      .option('--out <folder>', "the folder of the nights, in place of the config's")
      .option('--json', 'print data instead of text')
      .option('--quiet', 'print nothing but errors, and what makes a night suspect')
      .option(
        '--verbose',
        'say more: each stage on a line of its own, and where an error came from',
      )
      .addHelpText('after', exampleText(name))
      .action(async (...args: unknown[]) => {
        const self = args.at(-1) as Command;
        const positional = self.registeredArguments.map((argument, i) => [
          argument.name(),
          args[i],
        ]);
        const options = { ...self.opts(), ...Object.fromEntries(positional) };
        const { run } = await load();
        const outcome = await run(options as never, outside(options, terminal));
        done(outcome, options);
      });
  declareCommands(command);
  completion(program);
  return program;
}

function outside(options: CommonOptions, terminal: Terminal): Outside {
  const { cwd, environment, now, columns } = terminal;
  let stop: Promise<void> | undefined;
  const logger = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: terminal.print },
  );
  return {
    cwd,
    environment,
    now,
    progress(line, isDone = false) {
      if (options.quiet === true) return;
      if (columns !== undefined) {
        const cut = printable(line).slice(0, columns - 1);
        const shown = isDone ? dimmed(cut, environment) : cut;
        terminal.complain(`\r\u001b[K${shown}${isDone ? '\n' : ''}`);
      } else if (options.verbose === true && isDone) terminal.complain(`${printable(line)}\n`);
    },
    log(event) {
      if (options.quiet === true) return;
      const { kind, ...details } = event;
      if (columns === undefined || options.json === true)
        logger[levelOf(event)]({ event: kind, ...details });
      else terminal.print(`${printable(sentenceOf(event))}\n`);
    },
    ...(terminal.person && { person: harmless(terminal.person) }),
    // Only who looks at it takes signals upon itself; any other command ends at once.
    get stopRequested() {
      stop ??= terminal.stopRequested();
      return stop;
    },
  };
}

/** What is said to a person holds customers' words. */
const harmless = ({ ask, edit, say }: Person): Person => ({
  ask: (question) => ask(printable(question)),
  edit,
  say: (text) => say(`${printable(text)}\n`),
});

/** Lines of what is over step back; https://no-color.org has the rule. */
const dimmed = (line: string, { NO_COLOR }: NodeJS.ProcessEnv): string =>
  NO_COLOR ? line : `\u001b[2m${line}\u001b[22m`;

const exampleText = (name: string): string => {
  const known = examples[name] ?? [];
  return known.length === 0 ? '' : `\nExamples:\n${known.map((one) => `  ${one}\n`).join('')}`;
};

function print(
  { text, warning, data }: CommandOutcome,
  options: CommonOptions,
  terminal: Terminal,
): void {
  const { json, quiet } = options;
  if (terminal.columns !== undefined && quiet !== true) terminal.complain('\r\u001b[K');
  if (json === true) terminal.print(`${JSON.stringify(snakeKeys(data), null, 2)}\n`);
  else if (quiet !== true && text !== '') terminal.print(`${printable(text)}\n`);
  if (quiet === true && warning) terminal.complain(`${printable(warning)}\n`);
}

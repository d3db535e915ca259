/** The command line: which commands there are, and what is printed of what they return. */
import completion from '@bomb.sh/tab/commander';
import { Command, InvalidArgumentError, Option } from 'commander';
import { pino } from 'pino';
import { version } from '../domain/version.js';
import { snakeKeys } from '../lib/snake.js';
import { printable } from '../text/printable.js';
import { commandFirst } from './arguments.js';
import type { CommandOutcome, CommonOptions, Outside, Person } from './command.js';
import { examples } from './examples.js';
import { failureOf, failureText } from './failures.js';
import { sentenceOf } from './log-sentences.js';

type Run = (options: never, outside: Outside) => Promise<CommandOutcome>;

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

function date(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw new InvalidArgumentError('expected a day such as 2026-11-21.');
}

function whole(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new InvalidArgumentError('expected a whole number.');
}

const wholes = (value: string, before: number[] = []): number[] => [...before, whole(value)];

/** Runs one command line. Resolves with its exit status: 1 failed, 2 wrong usage or config; see DESIGN for the others. */
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
type Declare = (name: string, description: string, load: () => Promise<{ run: Run }>) => Command;

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
      .option('--quiet', 'print nothing but errors')
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

function declareCommands(command: Declare): void {
  command(
    'init',
    'write a commented config, filled in from a folder of exports where one is given',
    () => import('./init.js'),
  ).argument('[folder]', 'exports of the bot and the contact centre, and training data');
  command('doctor', 'say what is wrong with this set-up', () => import('./doctor.js'));
  command(
    'demo',
    'a realistic labelled data set, the nightly job on it, and where the report is',
    () => import('./demo.js'),
  );
  command(
    'nightly',
    'the main job: ingest what is new, link, detect, rank, suggest, publish',
    () => import('./nightly.js'),
  )
    .option('--date <day>', 'the last local day to look at (the newest with sessions)', date)
    .option('--from <stage>', 'take the stages before this one from what is stored')
    .option('--dry-run', 'write nothing, and say what would be written')
    .option('--all', 'read and judge every journey again, not only what is new or changed')
    .option('--accept-data', 'take what came for all there is, whatever seems to be missing');
  command('backfill', 'the main job for past days', () => import('./backfill.js'))
    .requiredOption('--from <day>', 'the first night', date)
    .requiredOption('--to <day>', 'the last night', date);
  command(
    'schedule',
    "nightly by the config's cron expression; catches up on missed nights",
    () => import('./schedule.js'),
  );
  command(
    'quarantine',
    'what was set aside and why; "replay" reads its files again after a fix',
    () => import('./quarantine.js'),
  )
    .argument('[action]', 'replay')
    .option('--file <part>', 'only of files with this in their path');
  command('purge', 'delete conversations older than retention_days', () => import('./purge.js'));
  command('erase', 'delete all that is kept of one customer', () => import('./erase.js'))
    .argument(
      '<identifier>',
      'phone number, e-mail address, account, customer id, session or contact id',
    )
    .option('--yes', 'do it; without, say what would go');
  command(
    'forget',
    'take a night back: what it said and its folder',
    () => import('./forget.js'),
  ).argument('<night>', 'its local day', date);
  command('open', 'the newest report, in the browser', () => import('./open.js')).option(
    '--date <day>',
    'the report of this night',
    date,
  );
  command('status', 'what ran, what is stored, what is in quarantine', () => import('./status.js'));
  command('tickets', 'the tickets of the last night', () => import('./tickets.js'))
    .option('--date <day>', 'of this night', date)
    .option('--all', 'also those that are not surely worth their work');
  command('journeys', 'the newest journeys', () => import('./journeys.js')).option(
    '--limit <n>',
    'how many',
    whole,
    20,
  );
  command(
    'show',
    'one ticket, suggestion or journey, with all that it rests on',
    () => import('./show.js'),
  ).argument('<id>', 'ticket, suggestion, session or contact id');
  command(
    'summary',
    'what the agent should see in the first three seconds of a session that escalates',
    () => import('./summary.js'),
  )
    .argument('<session>', 'a file of bot sessions, or the id of a stored session')
    .option('--format <name>', 'of the file (handback)');
  command(
    'review',
    'what is to be decided; accept, reject or edit a suggestion, or take back a reviewed suggestions.yaml',
    () => import('./review.js'),
  )
    .argument('[decision]', 'accept, reject or edit')
    .argument('[id]', 'suggestion id')
    .option('--all', 'list all that is to be decided, not the first twenty alone')
    .option('--from <file>', 'a suggestions.yaml in which decisions and phrases were changed')
    .option('--drop <numbers...>', 'edit: leave these phrases out, counted from 1', wholes)
    .option('--rewrite <number=words...>', 'edit: other words for a phrase')
    .option('--by <name>', 'who decides');
  command(
    'outcomes',
    'what the wrap-up codes seem to mean, as lines for the config to be reviewed',
    () => import('./outcomes.js'),
  ).option('--to <file>', 'write it to a new file');
  command(
    'release',
    'the repair of a ticket went live; the nights after say whether it worked',
    () => import('./release.js'),
  )
    .argument('<ticket>', 'ticket id')
    .requiredOption('--on <day>', 'the local day on which it went live', date)
    .option('--note <words>', 'what was changed')
    .option('--withdraw', 'take back the release of that day');
  command(
    'dismiss',
    'lay a ticket aside; it stays so unless its rate doubles',
    () => import('./dismiss.js'),
  )
    .argument('<ticket>', 'ticket id')
    .option('--on <day>', 'from this local day on (the last night)', date)
    .option('--by <name>', 'who decides')
    .option('--reopen', 'take it back');
  command('export', 'import files of the accepted suggestions', () => import('./export.js'))
    .requiredOption('--vendor <name>', 'for example rasa')
    .option('--pending', 'also what nobody has decided yet, where the test lets it pass')
    .option('--to <folder>', 'where to write them', 'export');
  command('simulate', 'labelled journeys of a fictional company', () => import('./simulate.js'))
    .addOption(
      new Option('--world <name>', 'which company')
        .choices(['lender', 'telco', 'energy', 'parcels', 'clinic'])
        .default('lender'),
    )
    .option('--journeys <n>', 'about how many handoffs', whole, 1000)
    .option('--seed <n>', 'the same seed gives the same bytes', whole, 1)
    .option('--from <day>', 'the first day', date, '2026-10-04')
    .option('--days <n>', 'how many days', whole, 28)
    .addOption(
      new Option('--formats <names...>', 'also in these formats')
        .choices(['handback', 'rasa', 'rasa-broker', 'amazon-connect'])
        .default(['handback']),
    )
    .requiredOption('--to <folder>', 'where to write it');
  command(
    'evaluate',
    'precision and recall of links and findings against a truth file',
    () => import('./evaluate.js'),
  )
    .requiredOption('--truth <file>', 'one line a session, as "handback simulate" writes them')
    .option('--journeys <file>', 'a journeys.ndjson; else the one of the last night');
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
      if (columns === undefined || options.json === true) logger.info(event);
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

function print({ text, data }: CommandOutcome, options: CommonOptions, terminal: Terminal): void {
  const { json, quiet } = options;
  if (terminal.columns !== undefined && quiet !== true) terminal.complain('\r\u001b[K');
  if (json === true) terminal.print(`${JSON.stringify(snakeKeys(data), null, 2)}\n`);
  else if (quiet !== true && text !== '') terminal.print(`${printable(text)}\n`);
}

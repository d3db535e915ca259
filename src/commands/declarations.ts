/** All commands with their arguments and options. A command's file is loaded when it is called. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { simulationFormats } from '../simulate/options.js';
import type { CommandOutcome, Outside } from './command.js';

type Run = (options: never, outside: Outside) => Promise<CommandOutcome>;
export type Declare = (
  name: string,
  description: string,
  load: () => Promise<{ run: Run }>,
) => Command;

function date(value: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  // 31 November is parsed, as 1 December.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(value)) return value;
  throw new InvalidArgumentError('expected a day such as 2026-11-21.');
}

function whole(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new InvalidArgumentError('expected a whole number.');
}

const wholes = (value: string, before: number[] = []): number[] => [...before, whole(value)];

/** In their order. To ask the pipeline would load all of it. */
const stages = 'ingest, link, check, detect, cohorts, verify, rank, suggest, publish';

export function declareCommands(command: Declare): void {
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
    .addOption(
      new Option('--from <stage>', 'take the stages before this one from what is stored').choices(
        stages.split(', '),
      ),
    )
    .option('--dry-run', 'write nothing, and say what would be written')
    .option('--all', 'read and judge every journey again, not only what is new or changed')
    .option(
      '--anew',
      'like --all, and use neither the links nor what was learned of earlier nights',
    )
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
    'rotate-key',
    'hash the database under a new key; what is linked stays linked',
    () => import('./rotate-key.js'),
  );
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
  ).argument('<id>', 'ticket, suggestion, session or contact id; or links: what joins rest on');
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
        .choices(simulationFormats)
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

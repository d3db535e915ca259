/** What happened, in sentences made from the report's figures. */
import type { Gap, Report } from '../domain/report.js';
import type { Write } from './format.js';
import { directionOf, plainTitle, worthAMonth } from './plain.js';

export function headline(write: Write, { run, tickets, figures }: Report): string[] {
  const { handoffs } = run.links;
  if (handoffs === 0)
    return [`The bot handed nothing over in ${write.counted(run.sessions, 'session')}.`];
  const sentences = [
    `The bot handed ${write.count(handoffs)} of ${write.counted(run.sessions, 'session')} (${write.shareOf(handoffs, run.sessions)}) to an agent.`,
  ];
  const tax = figures.handoffTaxMinutes;
  if (tax && tax.interval[0] > 0)
    sentences.push(
      `Each of these customers loses about ${write.seconds(60 * tax.value)} against one who comes to an agent at once.`,
    );
  const first = tickets.find(({ listed }) => listed);
  sentences.push(
    first
      ? `The repair to do first gives back about ${worthAMonth(write, first)} of customers' and agents' time a month: ${full(plainTitle(write, first))}`
      : 'No repair is surely worth its work.',
  );
  return sentences;
}

/** A title may end a sentence by itself. */
const full = (title: string) => (/[.!?]$/.test(title) ? title : `${title}.`);

/** What is new, worse and proven since the night before. */
export function whatChanged(write: Write, { run, tickets, releases }: Report): string {
  const listed = tickets.filter((ticket) => ticket.listed);
  const fresh = listed.filter(({ since }) => since === run.to);
  if (fresh.length > 0 && fresh.length === listed.length)
    return `Everything is new: this is the first night that sees these ${write.counted(fresh.length, 'repair')}.`;
  const worse = listed.filter(({ trend }) => directionOf(trend) === 'up');
  const decided = releases.tickets.filter(({ verification }) => verification.decided === run.to);
  const as = (verdict: string) =>
    decided.filter(({ verification }) => verification.verdict === verdict).length;
  const told = [
    [fresh.length, 'new'],
    [worse.length, 'more frequent than the week before'],
    [as('verified'), 'proven to work'],
    [as('regressed'), 'worse since its repair'],
  ] as const;
  const some = told.filter(([n]) => n > 0);
  if (some.length === 0) return 'No repair is new, more frequent or newly proven.';
  return `Of the repairs, ${some.map(([n, what]) => `${write.count(n)} ${n === 1 ? 'is' : 'are'} ${what}`).join(', ')}.`;
}

const gapKinds = [
  ['contacts', 'without contact records'],
  ['queue', 'without contact records of some queues'],
  ['handoffs', 'without handoffs in the bot’s log'],
] as const satisfies readonly (readonly [Gap['missing'], string])[];

/** Why the night may not have seen everything; empty where it has. */
export function dataWarnings(
  write: Write,
  { run, quarantine, faults, unlinked }: Report,
): string[] {
  return [
    ...(run.suspect ?? []).map((missing) => `suspect night: ${missing}`),
    quarantine.total > 0 && `${write.counted(quarantine.total, 'record')} could not be read`,
    faults.length > 0 && `${write.counted(faults.length, 'part')} of the program failed`,
    ...gapKinds.map(([missing, what]) => {
      const days = new Set(
        unlinked.gaps.flatMap((gap) => (gap.missing === missing ? gap.day : [])),
      );
      return days.size > 0 && `${write.counted(days.size, 'day')} ${what}`;
    }),
  ].filter((warning) => warning !== false);
}

import type {
  ReleaseCandidate,
  ReleasedTicket,
  Verdict,
  WinLoss,
} from '../../../domain/release.js';
import type { Report } from '../../../domain/report.js';
import type { Write } from '../../format.js';
import { releaseLine } from '../../release-line.js';
import { releaseWords } from '../../words.js';
import { beforeAfter } from '../charts/before-after.js';
import { type Content, type Html, html } from '../html.js';
import { section, table, words } from '../parts.js';

const shown = 50;
const namesShown = 12;
const charted = 15;
/** A ratio whose interval spans more than this factor tells nobody anything. */
const widest = 10;

/** Tickets whose repair went live: did the rate fall? */
export function releasesSection(write: Write, { releases, run }: Report): Html {
  const { tickets, winLoss, candidates } = releases;
  const body = html`${tickets.length === 0 ? none : released(write, tickets)}
${scoreText(write, winLoss)}
${candidates.length === 0 ? null : unnamed(write, candidates)}`;
  return section(
    'releases',
    'Did the repairs work?',
    body,
    `${releaseLine(write, releases, run.to)}.`,
  );
}

const none = html`<p>Say so when a repair goes live: <code>handback release TICKET --on DATE</code>. From then on each night compares the rate of its cause before and after with causes that nobody changed.</p>`;

function released(write: Write, tickets: readonly ReleasedTicket[]): Html {
  const rows = [...tickets]
    .sort((a, b) => (a.verification.release < b.verification.release ? 1 : -1))
    .slice(0, shown)
    .map(({ id, title, verification }): Content[] => [
      html`${words(title, 160)} <code>${id}</code>`,
      write.day(verification.release),
      releaseWords[verification.verdict],
      rate(write, verification.rate.before),
      rate(write, verification.rate.after),
      changeText(write, verification.change),
      words(verification.note, 300),
    ]);
  return html`${proof(write, tickets)}${table(
    'Released tickets, findings a day before and after',
    [
      { name: 'Ticket' },
      { name: 'Live on' },
      { name: 'Verdict' },
      { name: 'Before', number: true },
      { name: 'After', number: true },
      { name: 'Change (95 % interval)', number: true },
      { name: 'In words' },
    ],
    rows,
  )}
${tickets.length > shown ? html`<p class="more">${write.count(tickets.length - shown)} more are in <code>tickets.yaml</code>.</p>` : null}`;
}

const verdictColours: Record<Verdict, string> = {
  verified: 'less',
  no_effect: 'c5',
  regressed: 'c3',
  too_early: 'c2',
};

/** The interval of the change, laid on the rate before: what the rate after may be but for chance and what moved all. */
function proof(write: Write, tickets: readonly ReleasedTicket[]): Html | null {
  const rows = tickets.slice(0, charted).flatMap(({ title, verification }) => {
    const { verdict, change } = verification;
    const { before, after } = verification.rate;
    if (before === null || after === null) return [];
    const interval =
      change && ([before * (1 + change.interval[0]), before * (1 + change.interval[1])] as const);
    return [{ name: title, before, after, interval, colour: verdictColours[verdict] }];
  });
  if (rows.length === 0) return null;
  return html`<figure>${beforeAfter('Findings a day before and after', rows, (value) => write.decimal(value, 1))}<figcaption>Findings a day: from before (hollow) to after (full) each release; the broad band is what it may be, less what moved everything. Green: proven; red: worse since; yellow: too early; grey: no effect.</figcaption></figure>`;
}

const rate = (write: Write, value: number | null): string =>
  value === null ? 'unknown' : write.decimal(value, 1);

function changeText(write: Write, change: ReleasedTicket['verification']['change']): string {
  if (change === null) return 'unknown';
  const of = (share: number): string => `${write.signed(100 * share, 0)}\u202f%`;
  return `${of(change.value)} (${of(change.interval[0])} to ${of(change.interval[1])})`;
}

function scoreText(write: Write, { wins, losses, ratio, interval }: WinLoss): Html | null {
  if (interval === null) return null;
  const [low, high] = interval;
  if (high === null || high > widest * low)
    return html`<p>Of the releases that moved a rate, ${write.count(wins)} lowered it and ${write.count(losses)} raised it: too few to give a ratio.</p>`;
  const span = `95 % interval ${write.decimal(low, 1)} to ${write.decimal(high, 1)}`;
  return html`<p>Of the releases that moved a rate, ${write.count(wins)} lowered it and ${write.count(losses)} raised it: a win/loss ratio of ${ratio === null ? 'no loss yet' : write.decimal(ratio, 1)} (${span}).</p>`;
}

function unnamed(write: Write, candidates: readonly ReleaseCandidate[]): Html {
  return html`<h3>Changed training data</h3>
<p>These intents were changed, and open tickets are about them. If a change was meant as the repair, name it: <code>handback release TICKET --on DATE</code>.</p>
<ul>${candidates.map(
    ({ day, intents, tickets }) =>
      html`<li>${write.day(day)}: ${listed(write, intents, (name) => words(name, 80))}; tickets ${listed(write, tickets, (id) => html`<code>${id}</code>`)}</li>
`,
  )}</ul>`;
}

function listed(write: Write, items: readonly string[], show: (item: string) => Html): Content {
  const rest = items.length - namesShown;
  return html`${items.slice(0, namesShown).map((item, i) => html`${i > 0 ? ', ' : null}${show(item)}`)}${rest > 0 ? ` and ${write.count(rest)} more` : null}`;
}

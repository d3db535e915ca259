import { UsageError } from '../domain/errors.js';
import type { JourneyResult } from '../domain/journey.js';
import type { Release, Verification } from '../domain/release.js';
import { criteria, parts } from '../domain/rubric.js';
import { counted } from '../lib/wording.js';
import type { Store, StoredTicket } from '../store/store.js';
import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  type Outside,
  withKnownStore,
} from './command.js';
import { describeLearned, describeLink } from './show-link.js';
import { findSuggestion } from './show-suggestion.js';
import { describeTranscript, transcriptOf } from './show-transcript.js';

export interface ShowOptions extends CommonOptions {
  id: string;
}

/**
 * `handback show ID`: a ticket with its history, a suggestion with its change and test, a journey with its link, ledger, findings
 * and both transcripts, or what `links` rest on.
 */
export async function run(
  { id, ...options }: ShowOptions,
  outside: Outside,
): Promise<CommandOutcome> {
  const config = loadConfig(options, outside);
  return withKnownStore(config, async (store) => {
    if (id === 'links') {
      const night = await store.lastGoodNight();
      const learned = night === null ? null : await store.learnedLinks(night);
      if (!learned)
        throw new UsageError('no night has linked anything yet; run "handback nightly"');
      return { text: describeLearned(learned), data: learned };
    }
    const history = await store.ticket(id);
    if (history.length > 0) {
      const releases = (await store.releases(always)).filter(({ ticket }) => ticket === id);
      const said = (await store.verifications(always)).filter(({ ticket }) => ticket === id);
      const verifications = said.map(({ verification }) => verification);
      return {
        text: [describeTicket(history), ...describeReleases(releases, verifications)].join('\n'),
        data: { ticket: history, releases, verifications },
      };
    }
    const journey = await store.journey(id);
    if (journey) {
      const sides = await transcriptOf(journey, store);
      const repairs = await repairsOf(journey, store);
      return {
        text: [
          describeJourney(journey),
          'Repairs that it is part of:',
          ...(repairs.length === 0
            ? ['  none']
            : repairs.map((one) => `  ${one.id}  ${one.title}`)),
          ...describeTranscript(sides, journey),
        ].join('\n'),
        data: { journey, repairs, ...sides },
      };
    }
    const suggested = await findSuggestion(id, store);
    if (suggested) return suggested;
    throw new UsageError(
      `${id}: no ticket, suggestion, session or contact of this id; "handback tickets", "handback review" and "handback journeys" list them`,
    );
  });
}

/** Of the last good night. */
async function repairsOf({ session }: JourneyResult, store: Store) {
  const night = await store.lastGoodNight();
  const tickets = night === null ? [] : await store.tickets(night);
  return tickets
    .filter(({ sessions }) => sessions.includes(session))
    .map(({ id, title, rank }) => ({ id, rank, title }));
}

/** After every night. */
const always = '9999-12-31';

function describeReleases(
  releases: readonly Release[],
  verifications: readonly Verification[],
): string[] {
  const told = new Map(verifications.map((one) => [one.release, one]));
  const lines = releases.map(({ on, note }) => {
    const said = told.get(on);
    const verdict = said ? `${said.verdict}: ${said.note}` : 'no night has looked at it yet';
    return `  live since ${on}${note === undefined ? '' : ` (${note})`}: ${verdict}`;
  });
  return lines.length === 0 ? [] : ['', ...lines];
}

function describeTicket(history: readonly StoredTicket[]): string {
  const { ticket } = history.at(-1) as StoredTicket;
  const { minutesPerWeek, interval, parts } = ticket.value;
  return [
    `${ticket.id}  ${ticket.title}`,
    `${ticket.category}, ${ticket.owner}, ${ticket.status}, since ${ticket.since}${ticket.robust ? '' : ', rests on weak links'}`,
    ticket.why,
    '',
    `Worth ${minutesPerWeek.toFixed(0)} minutes a week (90 %: ${interval[0].toFixed(0)} to ${interval[1].toFixed(0)})`,
    ...parts.map(
      ({ factor, amount, unit, note }) => `  ${factor}: ${amount.toFixed(1)} ${unit}  ${note}`,
    ),
    '',
    `${ticket.evidence.length} of ${counted(ticket.journeys, 'journey')}; "handback show SESSION" has each:`,
    ...ticket.evidence.map(
      ({ sessionId, contactId, turns, quote }) =>
        `  ${sessionId} / ${contactId ?? '-'}  ${turns.join(' ')}\n    ${quote}`,
    ),
    'All of them:',
    ...ticket.sessions.map((session) => `  ${session}`),
    '',
    ...history.map(
      ({ night, ticket: t }) => `  ${night}  rank ${t.rank}, ${t.journeys} journeys, ${t.status}`,
    ),
  ].join('\n');
}

/** What could not be judged is said: a score of two criteria is another thing than one of six. */
function describeScore({ score, scores }: JourneyResult): string[] {
  return [
    `Score: ${score === null ? 'nothing could be judged' : `${score} of 100`}`,
    ...parts.map((part) => {
      const { score: own, judged } = scores[part];
      const [known, missing] = [
        criteria.filter((one) => one in judged),
        criteria.filter((one) => !(one in judged)),
      ];
      const graded = known.map((one) => `${one} ${(judged[one] ?? 0).toFixed(2)}`);
      return `  ${part} ${own ?? '-'}: ${[...graded, `not judged: ${missing.join(', ') || 'nothing'}`].join('; ')}`;
    }),
  ];
}

function describeJourney(journey: JourneyResult): string {
  const { link, ledger, findings, effort, trueIntent, handoff } = journey;
  const stages = Object.entries(effort).map(
    ([stage, seconds]) => `${stage} ${seconds === null ? 'unknown' : `${Math.round(seconds)} s`}`,
  );
  return [
    `${journey.sessionId} -> ${journey.contactId ?? 'no contact'}  (${journey.day} ${journey.hour}:00)`,
    ...describeLink(link),
    `Effort: ${stages.join(', ')}; repeats: ${journey.repeats}${journey.repeatSeconds ? ` (${Math.round(journey.repeatSeconds)} s)` : ''}`,
    `Wanted: ${trueIntent.standing === 'none' ? 'nothing is claimed' : `${trueIntent.name ?? 'none of the intents'} (${trueIntent.probability.toFixed(2)}, ${trueIntent.standing})`}; the bot acted on ${journey.botIntent ?? 'nothing'}`,
    ...(handoff ? [`Handed over: ${handoff.reason}${handoff.inferred ? ' (inferred)' : ''}`] : []),
    ...describeScore(journey),
    'Slots:',
    ...ledger.map(
      ({ slot, bot, agent, needed, turns }) =>
        `  ${slot}: bot ${bot}, agent ${agent}${needed ? '' : ' (not needed)'}  [${turns.join(' ')}]`,
    ),
    'Findings:',
    ...findings.map(
      ({ category, slot, confidence, primary, turns, actual, expected }) =>
        `  ${primary ? '*' : ' '} ${category}${slot === undefined ? '' : ` ${slot}`} ${confidence.toFixed(2)}  ${actual}; expected: ${expected}  [${turns.join(' ')}]`,
    ),
  ].join('\n');
}

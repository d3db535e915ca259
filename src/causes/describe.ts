/** A repair in words: what to do, and why. */
import { categories } from '../domain/categories.js';
import type { JourneyResult } from '../domain/journey.js';
import type { RepairKind } from '../domain/repair.js';
import type { Repair, WindowCause } from '../domain/ticket.js';
import { counted, inWords, percent } from '../lib/wording.js';
import type { GroupedCause } from './causes.js';
import { areDifferent } from './different-wishes.js';
import { nearestShare, nearestShown } from './settings.js';

type Undescribed = Omit<Repair, 'title' | 'why'>;

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** "in X", "in X and Y", "in 4 forms". */
function inForms({ intents }: Undescribed): string {
  if (intents.length === 0) return '';
  return intents.length <= 2
    ? ` in ${intents.map((one) => `"${one}"`).join(' and ')}`
    : ` in ${intents.length} forms`;
}

/** What to do about bad hours, by what stands behind them. */
const windowTasks: Record<WindowCause, string> = {
  backend: 'Look at the systems behind the bot',
  rule: 'Look at what makes the bot stop',
  opening_hours: 'Have agents there',
  bot: 'Look at what the bot gets wrong',
  unknown: 'Look at why the bot fails more',
};

const titles: Record<RepairKind, (repair: Undescribed) => string> = {
  teach_intent: ({ intents }) => `Teach the bot how customers ask for ${quoted(intents)}`,
  new_intent: ({ key }) =>
    key === ''
      ? 'Add an intent for what customers want and the bot has none for'
      : `Add an intent for what agents file under "${key}"`,
  add_slot: (repair) => `Ask for ${quoted(repair.slots)}${inForms(repair)}: the form lacks it`,
  ask_before_handoff: (repair) =>
    `Ask for ${quoted(repair.slots)}${inForms(repair)} before handing over: the form has it`,
  improve_capture: (repair) =>
    `Catch ${quoted(repair.slots)}${inForms(repair)} when customers say it`,
  read_back: (repair) => `Read ${quoted(repair.slots)} back${inForms(repair)} before it is used`,
  reword_prompt: ({ slots, intents }) =>
    `Reword the question for ${quoted(slots)}, which ${intents.length} forms share`,
  break_loop: (repair) =>
    repair.intents.length === 1
      ? `Let customers out of the loop${inForms(repair)}`
      : 'Do not repeat a failed question a third time: offer another way or a person',
  hand_over_on_request: () => 'Hand over when a customer first asks for a person',
  pass_context: ({ parts }) =>
    `Show the agent what the bot holds: ${counted(new Set(parts.map(({ slot }) => slot)).size, 'slot')} that agents ask for again`,
  agent_opening: () => 'Open with what the customer told the bot',
  dead_end_answer: (repair) =>
    `Answer what customers ask${inForms(repair)}, or hand over at once: it is a dead end`,
  time_window: (repair) =>
    `${windowTasks[repair.windowCause ?? 'unknown']}${inForms(repair)}${repair.window ? ` ${inWords(repair.window)}` : ''}`,
  staff_queue: () => 'Answer every handoff: no agent contact is found for some',
  fix_backend: (repair) => `Fix what fails behind the bot${inForms(repair)}`,
};

/** An intent of its own would serve few of them. */
const titleOfDifferent = ({ key }: Undescribed): string =>
  key === ''
    ? 'Answer or turn away what the bot has no intent for: customers want different things'
    : `Answer or turn away what agents file under "${key}": customers want different things`;

/** @param largest the repair's cause with most journeys */
export function describe(
  repair: Undescribed,
  largest: GroupedCause,
  results: ReadonlyMap<string, JourneyResult>,
): Pick<Repair, 'title' | 'why'> {
  const areSeveral = repair.repair === 'new_intent' && areDifferent(repair.sessions, results);
  const title = areSeveral ? titleOfDifferent(repair) : titles[repair.repair](repair);
  const { grouping } = categories[largest.category];
  if (grouping === null) return { title, why: largest.why ?? '' };
  const n = repair.sessions.length;
  const days = new Set(repair.sessions.flatMap((session) => results.get(session)?.day ?? []));
  const first = `In ${counted(n, 'journey')} on ${counted(days.size, 'day')} (${percent(n / Math.max(1, results.size))} of all handoffs)${whatFailed(repair, grouping.what)}.`;
  const why = `${first} ${explained(repair.primarySessions.length, n)}`;
  return { title, why: repair.repair === 'new_intent' ? why + takenFor(repair, results) : why };
}

/** Of several categories each with its count: what the largest says is not true of the others' journeys. */
function whatFailed({ categories: own }: Undescribed, ofLargest: string): string {
  const parts = own.flatMap(({ category, journeys }) => {
    const what = categories[category].grouping?.what;
    return what === undefined ? [] : [`in ${journeys} of them ${what}`];
  });
  return parts.length < 2 ? `, ${ofLargest}` : `: ${parts.join('; ')}`;
}

/** What the bot took these customers for: the intents that are nearest to the one that is missing. */
function takenFor({ sessions }: Undescribed, results: ReadonlyMap<string, JourneyResult>): string {
  const counts = new Map<string, number>();
  for (const session of sessions) {
    const intent = results.get(session)?.botIntent;
    if (intent !== undefined) counts.set(intent, (counts.get(intent) ?? 0) + 1);
  }
  const most = [...counts]
    .filter(([, n]) => n >= nearestShare * sessions.length)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, nearestShown)
    .map(([intent, n]) => `"${intent}" (${n})`);
  return most.length === 0 ? '' : ` The bot took them most often for ${most.join(', ')}.`;
}

/** What comes after the handoff, or beside an earlier cause, explains none and costs all the same. */
function explained(primary: number, journeys: number): string {
  if (primary === 0) return 'It costs time there; why the bot handed over is another matter.';
  if (primary === journeys) return 'It explains all of these handoffs best.';
  return `In ${primary} of them it explains the handoff best.`;
}

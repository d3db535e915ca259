/**
 * An intent, or the whole bot, that fails more in some hours of the local day. Failing is to escalate or to be given
 * up. No pattern: one bad day (an incident), hours with another mix of intents, a busy hour with the same rate.
 */

import type { CohortConfig } from '../../domain/config.js';
import type { JourneyResult, SessionSummary } from '../../domain/journey.js';
import type { Pattern } from '../../domain/pattern.js';
import type { Report } from '../../domain/report.js';
import { isWeekend } from '../../lib/calendar.js';
import { hasDay, hasHour, touch } from '../../lib/hours.js';
import { clip } from '../../lib/visible.js';
import { inWords, percent } from '../../lib/wording.js';
import { type Cohort, type CohortEvidence, understoodAs } from '../cohort.js';
import { smallestEffects } from '../detectable.js';
import { type EndingHours, endingHours } from '../endings.js';
import { countHours, type Hours, total } from '../hours.js';
import { affectedDays, type Scored, scan } from '../scan.js';
import { selectPatterns } from '../select.js';
import { shownOfLine } from '../settings.js';
import { type Place, readWindow, type WindowReading } from '../window-cause.js';

const notes = {
  nothing: 'There are no sessions in this window.',
  few: 'No intent has enough failures in any hours of the day to be judged.',
  share:
    'The data hold no session that the bot finished, so failure rates cannot be compared. What is compared instead is ' +
    "each intent's share of all handoffs, which also rises where customers ask for it more.",
};

export const timeOfDayFailure: Cohort = {
  id: 'time_of_day_failure',
  title: 'Fails more in some hours of the day',
  description: 'An intent or the whole bot fails more in some local hours, on many days.',
  find({ sessions, results }: CohortEvidence, config: CohortConfig) {
    const { timeOfDay } = config;
    const shares = !sessions.some(({ outcome }) => outcome === 'contained');
    const hours = countHours(sessions, shares ? () => true : failed);
    const { maximumHours } = timeOfDay;
    const scored = shares
      ? scanShares(hours, maximumHours)
      : scan(hours, { maximumHours, wholeBot: true });
    const called = selectPatterns(scored, timeOfDay);
    const reading = (one: Place) => readWindow(one, { results, sessions }, config);
    // Where no session is contained, more failures cannot be told from another wording.
    const endings = (shares ? [] : endingHours(results, hours, timeOfDay)).filter(
      (one) => !called.some((bot) => bot.intent === null && touch(bot.window, one.window)),
    );
    const others = called.filter((one) => !endings.some((ending) => isKnown(one, ending)));
    const patterns = [
      ...endings.map((one) => endingPattern(one, reading(one))),
      ...others.map((one) => patternOf(one, shares, reading(one))),
    ];
    return { patterns, timeOfDay: summarise(sessions, scored, shares, timeOfDay) };
  },
};

/** An ending shows these hours, and their ends more sharply. */
const isKnown = ({ intent, window }: Place, ending: Place): boolean =>
  (ending.intent === null || ending.intent === intent) && touch(window, ending.window);

const failed = ({ outcome }: SessionSummary): boolean => outcome !== 'contained';

/** Each intent's handoffs among all handoffs; the whole bot has nothing to be compared with. */
function scanShares({ days, intents }: Hours, maximumHours: number): Scored[] {
  const all = total({ days, intents });
  const among = intents.map((counts) => ({ ...counts, sessions: all }));
  return scan({ days, intents: among }, { maximumHours, wholeBot: false });
}

function summarise(
  sessions: readonly SessionSummary[],
  scored: readonly Scored[],
  shares: boolean,
  { falseDiscoveryRate }: CohortConfig['timeOfDay'],
): Report['timeOfDay'] {
  const few = sessions.length === 0 ? notes.nothing : notes.few;
  return {
    windowsTested: scored.length,
    // The level of the procedure's first step: what a night with a single pattern has to pass.
    smallestEffect: smallestEffects(scored, falseDiscoveryRate / Math.max(1, scored.length)),
    note: scored.length === 0 ? few : shares ? notes.share : null,
  };
}

function patternOf(one: Scored, shares: boolean, reading: WindowReading): Pattern {
  const { window, inside, outside } = one;
  const hours = inWords(window);
  const [rate, base] = [rateOf(inside), rateOf(outside)];
  const { affected, compared } = affectedDays(one);
  const [of, rest] = shares
    ? [`${inside.sessions} handoffs are its own`, 'of the handoffs at other hours']
    : [`${inside.sessions} sessions escalate or are given up`, 'at other hours of the same days'];
  return patternIn(one, reading, {
    why: `, ${inside.failed} of ${of} (${rate}), against ${base} ${rest}. It is so on ${affected} of ${compared} days, and still is without the worst of them.`,
    actual: `${rate} ${shares ? 'of the handoffs' : 'of the sessions fail'} ${hours}`,
    expected: `about ${base}, as at other hours`,
    confidence: inside.failed === 0 ? 0 : Math.max(0, 1 - one.expected / inside.failed),
    holds: (result) => isOf(one, result),
  });
}

function endingPattern(one: EndingHours, reading: WindowReading): Pattern {
  const { inside, journeys, affected, compared, failures } = one;
  const all = failures.inside;
  const line = clip(one.line, shownOfLine);
  return patternIn(one, reading, {
    why:
      ` the bot stops with “${line}”: ${inside.size} of the ${journeys} handoffs with that ending are in these hours, on ${affected} of ${compared} days. ` +
      `${all.failed} of ${all.sessions} sessions of these hours escalate or are given up (${rateOf(all)}), against ${rateOf(failures.outside)} at other hours of the same days.`,
    actual: `the bot stops with “${line}” ${inWords(one.window)}`,
    expected: 'what it does at other hours',
    confidence: 1 - one.expected / affected,
    // The whole bot's line is part of some intents alone.
    holds: (result) => inside.has(result.session) || (one.intent !== null && isOf(one, result)),
  });
}

/** A handoff of the intent in these hours. */
const isOf = ({ intent, window }: Place, result: JourneyResult): boolean =>
  (intent === null || understoodAs(intent, result)) &&
  hasHour(window, result.hour) &&
  hasDay(window.days, isWeekend(result.day));

const rateOf = ({ failed: n, sessions }: Scored['inside']): string =>
  percent(n / Math.max(1, sessions));

/** @param said what is so in these hours; its `why` goes on after their name */
function patternIn(
  { intent, window }: Place,
  { cause, sentences }: WindowReading,
  said: Pick<Pattern, 'why' | 'actual' | 'expected' | 'confidence' | 'holds'>,
): Pattern {
  const hours = inWords(window);
  return {
    category: 'time_of_day_failure',
    ...(intent !== null && { intent }),
    window,
    windowCause: cause,
    ...said,
    why: `${hours.charAt(0).toUpperCase()}${hours.slice(1)}${said.why} ${sentences.join(' ')}`,
  };
}

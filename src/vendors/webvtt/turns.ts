/** From cues to turns: who speaks by the options, and what one speaker says without a longer silence is one turn. */
import { iso } from '../../lib/iso.js';
import type { ContactTurn } from '../log/contact-log.js';
import type { Cue } from './cues.js';
import type { WebvttOptions } from './options.js';
import { namesIn, spansIn } from './spans.js';

interface Utterance {
  start: number;
  end: number;
  speaker: string | undefined;
  actor: ContactTurn['actor'];
  text: string;
}

/** A speaker who never pauses is read in pieces. */
const longestTurn = 2000;

/** @param mediaStart when the recording began, in milliseconds since 1970 */
export function turnsOf(
  cues: readonly Cue[],
  mediaStart: number,
  options: WebvttOptions,
): ContactTurn[] {
  const roleOf = roles(options);
  const names = namesIn(
    cues.map(({ payload }) => payload),
    (name) => roleOf(name) !== 'system',
  );
  const said = cues
    .flatMap(({ start, end, payload }) =>
      spansIn(payload, names).map((span) => ({
        start,
        end,
        ...span,
        actor: roleOf(span.speaker),
      })),
    )
    .sort((a, b) => a.start - b.start);
  return joined(said, options.join_seconds * 1000).flatMap(({ start, actor, text }) => {
    const at = iso(mediaStart + start);
    return at === undefined ? [] : [{ at, actor, text }];
  });
}

/** Who is neither agent nor customer, or not named, is the system: a bot, an announcement, somebody else in the room. */
function roles({ agents, customers }: WebvttOptions) {
  const [isAgent, isCustomer] = [new RegExp(agents, 'i'), new RegExp(customers, 'i')];
  return (speaker: string | undefined): ContactTurn['actor'] => {
    if (speaker === undefined) return 'system';
    if (isAgent.test(speaker)) return 'agent';
    return isCustomer.test(speaker) ? 'customer' : 'system';
  };
}

/** @param said in order of time */
function joined(said: readonly Utterance[], silence: number): Utterance[] {
  const turns: Utterance[] = [];
  let piece = '';
  for (const one of said) {
    const last = turns.at(-1);
    const isOn = last && last.speaker === one.speaker && one.start - last.end <= silence;
    // Captions that roll up show a line again while it is still there.
    const isAgain = isOn && piece === one.text && one.start < last.end;
    piece = one.text;
    if (isOn && (isAgain || last.text.length + one.text.length < longestTurn)) {
      if (!isAgain) last.text += ` ${one.text}`;
      last.end = Math.max(last.end, one.end);
    } else turns.push({ ...one });
  }
  return turns;
}

/** When the agent starts solving: the same rule for contacts from the bot and for direct ones, so that the two compare. */
import type { Contact, ContactTurn } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import { onePer, remembering } from '../lib/memo.js';
import { createActReader } from './acts.js';
import { clausesOf } from './clauses.js';
import { leastContentOfMatter, textsRemembered } from './settings.js';
import { createTurnReader } from './turns.js';

const readersOf = onePer((lexicon: Lexicon) => {
  const turn = createTurnReader(lexicon);
  const act = createActReader(lexicon);
  /** "What can I do for you?", or another request for no slot that is known. Agents have stock phrases. */
  const asksForMatter = remembering(
    textsRemembered,
    (text) =>
      turn({ at: 0, text }, 0).marks.has('generic') ||
      clausesOf(text).some((clause) => act(clause).kind === 'request'),
  );
  return { turn, asksForMatter };
});

/** What a turn of the agent asks for: what was told before or checks who it is, or a detail of the matter. */
export type AskedFor = 'again' | 'new' | null;

/**
 * The end of what came before the agent set about the matter: asked for a detail that nobody had told, or, once the customer had
 * said or confirmed what it is about, for nothing. Openings, "what is it about?", checks of identity and what is told again are the
 * way there, and so is all that was said to agents who passed the customer on.
 *
 * @param asks what each agent turn asks for, by its position
 * @returns null where no agent gets there
 */
export function solvingFrom(
  contact: Contact,
  lexicon: Lexicon,
  asks: (turn: number) => AskedFor,
): number | null {
  const { turns } = contact;
  const lastFrom = contact.waitedAgain?.at(-1)?.to ?? 0;
  const { asksForMatter } = readersOf(lexicon);
  const isRequest = ({ actor, text }: ContactTurn) => actor === 'agent' && asksForMatter(text);
  let isKnown = false;
  for (let start = 0; start < turns.length; start++) {
    const turn = turns[start];
    if (turn?.actor === 'customer') isKnown ||= tellsMatter(turn, lexicon);
    if (turn?.actor !== 'agent') continue;
    const end = endOfBlock(turns, start);
    const asked = turns
      .slice(start, end)
      .map((one, i) => asks(start + i) ?? (isRequest(one) ? 'matter' : null));
    const begins = asked.includes('again')
      ? false
      : asked.includes('new') || (isKnown && !asked.includes('matter'));
    if (begins && turn.at >= lastFrom) return turns[start - 1]?.at ?? contact.answeredAt ?? turn.at;
    start = end - 1;
  }
  return null;
}

/** The agent speaks until the customer does. */
function endOfBlock(turns: readonly ContactTurn[], start: number): number {
  const next = turns.findIndex(({ actor }, at) => at > start && actor === 'customer');
  return next < 0 ? turns.length : next;
}

function tellsMatter(turn: ContactTurn, lexicon: Lexicon): boolean {
  const { content, marks } = readersOf(lexicon).turn(turn, 0);
  return content.length >= leastContentOfMatter || marks.has('yes');
}

/** Clocks of two systems disagree by a little; what comes out negative took no time. */
export function secondsBetween(
  from: number | null | undefined,
  to: number | null | undefined,
): number | null {
  return from == null || to == null ? null : Math.max(0, (to - from) / 1000);
}

/**
 * Joins handoffs with the agent contacts that took them, says how sure it is, and abstains where several fit. What earlier
 * nights were certain of and keys that both sides carry are links already; all others are scored against each other.
 */
import type { LinkConfig } from '../domain/config.js';
import type { ClockReading, LearnedLinks, Link } from '../domain/link.js';
import { alignClocks, readClocks } from './clocks.js';
import { type Earlier, heldLinks } from './earlier.js';
import { keyLink } from './explain.js';
import { matchKeys } from './keys.js';
import { legsByFirst, previousLegs } from './legs.js';
import { type ScoredCandidate, scoreOpen } from './score-open.js';
import type { ContactSide, HandoffSide } from './sides.js';

export type { Earlier } from './earlier.js';
export { type ContactSide, contactSide, type HandoffSide, handoffSide } from './sides.js';
export { createVocabulary, joinVocabularies, type Vocabulary, type WordIds } from './words.js';

export interface LinkOutcome {
  /** One a handoff, in the handoffs' order. */
  links: Link[];
  /** What was learned; null where every handoff had a key or was settled before. */
  model: LearnedLinks | null;
  clocks: ClockReading[];
  /** Every pair that was worth scoring, with its posterior: what calibration is measured on. */
  candidates(): Iterable<ScoredCandidate>;
}

/**
 * @param earlier what nights before this one said; without it, all is linked anew.
 * @returns a link for every handoff, `none` included; no contact is claimed twice. The order of the input does not matter.
 */
export function link(
  handoffs: readonly HandoffSide[],
  contacts: readonly ContactSide[],
  config: LinkConfig,
  earlier?: Earlier,
): LinkOutcome {
  const clocks = readClocks(handoffs, contacts);
  const inOrder = [...alignClocks(contacts, clocks)].sort(
    (a, b) => a.at - b.at || (a.contact < b.contact ? -1 : 1),
  );
  const legs = legsByFirst(inOrder, previousLegs(inOrder));
  const continued = new Set([...legs.values()].flat());
  const first = inOrder.filter((contact) => !continued.has(contact));

  const keyed = matchKeys(handoffs, first, config.clockToleranceSeconds * 1000);
  const found = new Map(keyed.map((pair) => [pair.handoff.session, keyLink(pair, legs)]));
  const claimed = new Set(keyed.flatMap(({ contact, others }) => [contact, ...others]));
  const unclaimed = first.filter((contact) => !claimed.has(contact));
  const held = heldLinks(handoffs, earlier, {
    contacts: new Map(unclaimed.map((contact) => [contact.contact, contact])),
    keyed: found,
    legs,
    reachMs: config.windowMinutes * 60_000 + config.clockToleranceSeconds * 1000,
  });
  for (const one of held.links) found.set(one.session, one);
  for (const { contact } of held.pairs) claimed.add(contact);

  const open = handoffs
    .filter(({ session }) => !found.has(session))
    .sort((a, b) => a.at - b.at || (a.session < b.session ? -1 : 1));
  const free = first.filter((contact) => !claimed.has(contact));
  const scored = scoreOpen(open, free, { keyed, held: held.pairs, legs }, config);
  for (const one of scored.links) found.set(one.session, one);
  return {
    links: handoffs.map(({ session }) => found.get(session) as Link),
    model: scored.model,
    clocks,
    candidates: scored.candidates,
  };
}

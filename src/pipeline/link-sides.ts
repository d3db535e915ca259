/** Links the sides of a night, in the light of what earlier nights said. */
import type { Config } from '../domain/config.js';
import type { Link, LinkChange } from '../domain/journey.js';
import { addDays, type Calendar } from '../lib/calendar.js';
import { type LinkOutcome, link } from '../link/link.js';
import type { Span, Store, StoredLink } from '../store/store.js';
import type { Sides } from './read-sides.js';

export interface NightLinks extends Pick<LinkOutcome, 'links' | 'model' | 'clocks'> {
  changes: LinkChange[];
  /** Those that no earlier night said in the same words. */
  fresh: StoredLink[];
}

export async function linkSides(
  { handoffs, contacts }: Sides,
  { link: config }: Config,
  store: Store,
  calendar: Calendar,
  night: string,
  span: Span,
): Promise<NightLinks> {
  const earlier = await store.earlierLinks(night, span);
  const lookBackFrom = calendar.startOf(addDays(night, 1 - config.lookBackDays));
  const { links, model, clocks } = link(handoffs, contacts, config, {
    links: earlier,
    lookBackFrom,
  });
  const handoffAt = new Map(handoffs.map(({ session, at }) => [session, at]));
  return {
    links,
    model,
    clocks,
    changes: links.flatMap((after) => changed(earlier.get(after.session), after)),
    fresh: links
      .filter((one) => JSON.stringify(earlier.get(one.session)) !== JSON.stringify(one))
      .map((one) => ({ link: one, handoffAt: handoffAt.get(one.session) ?? span.from })),
  };
}

function changed(before: Link | undefined, after: Link): LinkChange[] {
  if (!before) return [];
  if (before.contact === after.contact && before.status === after.status) return [];
  const { session, contact, status, probability, method } = after;
  return [
    {
      session,
      before: {
        contact: before.contact,
        status: before.status,
        probability: before.probability,
      },
      after: { contact, status, probability, method },
    },
  ];
}

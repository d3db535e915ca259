/** Links the sides of a night, starting from what earlier nights said. */

import { UsageError } from '../../domain/errors.js';
import type { Link, LinkChange } from '../../domain/link.js';
import { addDays } from '../../lib/calendar.js';
import { type LinkOutcome, link } from '../../link/link.js';
import { restatedSince } from '../kept/restated.js';
import { aroundSpan, readSides, type StoredSides } from '../read-sides.js';
import type { Ingested, Linked, NightLinks } from '../so-far.js';
import type { Stage } from '../stage.js';
import { stopIfAsked } from '../stop.js';

export const linkStage: Stage<Ingested, Linked> = {
  name: 'link',
  async run(context, { night, span, definition }) {
    const { config, store, calendar, relearn } = context;
    const pause = () => stopIfAsked(context);
    const sides = await readSides(context, span, definition, pause);
    const links = await store.earlierLinks(night, span);
    const marks = await store.recordMarks(aroundSpan(span));
    const earlier = {
      links,
      lookBackFrom: calendar.startOf(addDays(night, 1 - config.link.lookBackDays)),
      isRestated: restatedSince(await store.marksBefore(night), marks),
    };
    const believed = relearn ? undefined : earlier;
    await pause();
    const outcome = link(sides.handoffs, sides.contacts, config.link, believed);
    return { sides, marks, linked: besideEarlier(outcome, sides, links) };
  },
  /** What the night said, in what it stored and in what nights before it stored. */
  async restore(context, { night, span, definition }) {
    const { store } = context;
    const pause = () => stopIfAsked(context);
    const sides = await readSides(context, span, definition, pause);
    const said = await store.earlierLinks(addDays(night, 1), span);
    const learned = await store.learnedLinks(night);
    const links = sides.handoffs.flatMap(({ session }) => said.get(session) ?? []);
    if (learned === null || links.length < sides.handoffs.length)
      throw new UsageError(
        `--from: not all handoffs of the night of ${night} have a stored link; run it with --from link`,
      );
    const earlier = await store.earlierLinks(night, span);
    const marks = (await store.marksBefore(addDays(night, 1))) ?? {};
    return { sides, marks, linked: besideEarlier({ links, ...learned }, sides, earlier) };
  },
};

function besideEarlier(
  { links, model, clocks }: Pick<LinkOutcome, 'links' | 'model' | 'clocks'>,
  { handoffs }: StoredSides,
  earlier: ReadonlyMap<string, Link>,
): NightLinks {
  const handoffAt = new Map(handoffs.map(({ session, at }) => [session, at]));
  return {
    links,
    model,
    clocks,
    changes: links.flatMap((after) => changed(earlier.get(after.session), after)),
    fresh: links.flatMap((one) => {
      const at = handoffAt.get(one.session);
      const isSame = JSON.stringify(earlier.get(one.session)) === JSON.stringify(one);
      return isSame || at === undefined ? [] : [{ link: one, handoffAt: at }];
    }),
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

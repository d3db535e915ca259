/** Short ways to write handoffs and contacts for the link room. Times are seconds after 2026-03-02T09:00:00Z. */
import type { LinkConfig } from '../../src/domain/config.js';
import { type ContactSide, createVocabulary, type HandoffSide } from '../../src/link/link.js';

export const config: LinkConfig = {
  linkedFrom: 0.9,
  possibleFrom: 0.5,
  keyPaths: ['handoff_key'],
  previousPaths: ['attributes.previous_contact_id'],
  lookBackDays: 7,
  windowMinutes: 60,
  clockToleranceSeconds: 120,
};

export const nine = Date.parse('2026-03-02T09:00:00Z');
const { idsOf } = createVocabulary((text) => text.split(' '));
/** Ids of words, the same for every side of a test. */
export const words = (text: string) => idsOf(text === '' ? [] : [text]);

export const handoff = (
  session: string,
  seconds: number,
  more: Partial<HandoffSide> = {},
): HandoffSide => ({
  session,
  at: nine + seconds * 1000,
  keys: [],
  keyed: (more.keys ?? []).length > 0,
  customer: {},
  channel: 'chat',
  intents: [],
  values: [],
  words: words(''),
  ...more,
});

export const contact = (
  name: string,
  seconds: number,
  more: Partial<ContactSide> = {},
): ContactSide => ({
  contact: name,
  platform: 'desk',
  at: nine + seconds * 1000,
  keys: [],
  keyed: (more.keys ?? []).length > 0,
  transferred: false,
  customer: {},
  channel: 'chat',
  origin: 'unknown',
  values: [],
  words: words(''),
  ...more,
});

/** A quiet centre: a handoff every ten minutes, its contact 30 s later, a direct contact in between. */
export function quietDay(n: number) {
  const handoffs = Array.from({ length: n }, (_, i) =>
    handoff(`s-${i}`, i * 600, {
      customer: { phone: `p${i}` },
      target: `q${i % 3}`,
      words: words(`topic${i} help`),
    }),
  );
  const own = Array.from({ length: n }, (_, i) =>
    contact(`c-${i}`, i * 600 + 30, {
      customer: { phone: `p${i}` },
      queue: `q${i % 3}`,
      words: words(`topic${i}`),
    }),
  );
  const direct = Array.from({ length: n }, (_, i) =>
    contact(`d-${i}`, i * 600 + 250, {
      customer: { phone: `x${i}` },
      queue: `q${i % 3}`,
      words: words('other'),
    }),
  );
  return { handoffs, own, direct };
}

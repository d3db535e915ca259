/**
 * The baseline for links: everybody is matched to somebody by the best total of time, queue and text, with weights that
 * suit this simulator (log-normal waits of the true median, the same queue, cosine of content words), and nobody abstains.
 */
import { bestAssignment } from '../../src/link/assignment.js';
import type { ContactSide, HandoffSide } from '../../src/link/link.js';

const windowSeconds = { before: 5, after: 3600 };
const certain = 50;

export function forcedMatching(
  handoffs: readonly HandoffSide[],
  contacts: readonly ContactSide[],
  waiting: { medianSeconds: number; sigma: number },
): Map<string, string> {
  const rows = handoffs.map((handoff) =>
    contacts.flatMap((contact, c) => {
      const seconds = (contact.at - handoff.at) / 1000;
      if (seconds < -windowSeconds.before || seconds > windowSeconds.after) return [];
      return [{ c, weight: certain + score(handoff, contact, seconds, waiting) }];
    }),
  );
  const start = new Uint32Array(rows.length + 1);
  rows.forEach((row, h) => {
    start[h + 1] = (start[h] ?? 0) + row.length;
  });
  const graph = {
    start,
    contact: Uint32Array.from(rows.flatMap((row) => row.map(({ c }) => c))),
    contacts: contacts.length,
  };
  const weights = Float64Array.from(rows.flatMap((row) => row.map(({ weight }) => weight)));
  const chosen = bestAssignment(graph, weights);
  const matched = new Map<string, string>();
  handoffs.forEach(({ session }, h) => {
    const contact = contacts[graph.contact[chosen[h] ?? -1] ?? -1];
    if (contact) matched.set(session, contact.contact);
  });
  return matched;
}

function score(
  handoff: HandoffSide,
  contact: ContactSide,
  seconds: number,
  { medianSeconds, sigma }: { medianSeconds: number; sigma: number },
): number {
  const z = Math.log(Math.max(seconds, 0.5) / medianSeconds) / sigma;
  const phones = [handoff.customer.phone, contact.customer.phone];
  const phone = phones.includes(undefined) ? 0 : phones[0] === phones[1] ? 15 : -8;
  const text = 8 * cosine(handoff.words, contact.words);
  return -0.5 * z * z + (handoff.target === contact.queue ? 4 : 0) + text + phone;
}

function cosine(a: Int32Array, b: Int32Array): number {
  const known = new Set(a);
  const shared = b.filter((id) => known.has(id)).length;
  return shared / Math.sqrt(Math.max(1, a.length * b.length));
}

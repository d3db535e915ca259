/** Whether customers who said nearly the same were served as wanting the same: one label alone may be wrong. */
import { mostSimilar, type Prepared, prepare, similarity } from '../text/similarity.js';
import { mostFrequentStem, mostListed, nearWording, neighboursAsked } from './settings.js';

export interface Neighbour {
  text: string;
  intent: string | null;
  sessionId: string;
}

export interface Neighbours {
  /** False where most of what is near to the text, of other sessions, has another label; true where nothing is near. */
  agree(text: string, intent: string | null, sessionId: string): boolean;
}

interface Known extends Neighbour {
  prepared: Prepared;
}

/** Cost: one pass over the texts; a question looks at those that share one of its rarer stems. */
export function createNeighbours(labelled: readonly Neighbour[]): Neighbours {
  const known = labelled.map((one): Known => ({ ...one, prepared: prepare(one.text) }));
  const byStem = new Map<string, Known[]>();
  for (const one of known)
    for (const stem of one.prepared.stems.keys()) {
      const list = byStem.get(stem);
      if (list) list.push(one);
      else byStem.set(stem, [one]);
    }
  const most = Math.max(mostListed, mostFrequentStem * known.length);
  const candidates = ({ stems }: Prepared) =>
    new Set(
      [...stems.keys()].flatMap((stem) => {
        const list = byStem.get(stem) ?? [];
        return list.length > most ? [] : list;
      }),
    );
  return {
    agree(text, intent, sessionId) {
      const prepared = prepare(text);
      const others = [...candidates(prepared)].filter((one) => one.sessionId !== sessionId);
      const nearest = nearestOf(prepared, others);
      const sum = (list: typeof nearest) => list.reduce((total, { alike }) => total + alike, 0);
      return 2 * sum(nearest.filter(({ one }) => one.intent === intent)) >= sum(nearest);
    },
  };
}

interface Near {
  one: Known;
  alike: number;
}

/** Those that are near, nearest first; one that cannot come among the first is not looked at to the end. */
function nearestOf(prepared: Prepared, others: readonly Known[]): Near[] {
  const open = others
    .map((one) => ({ one, most: mostSimilar(prepared, one.prepared) }))
    .sort((a, b) => b.most - a.most);
  const nearest: Near[] = [];
  for (const { one, most } of open) {
    if (most < (nearest[neighboursAsked - 1]?.alike ?? nearWording)) break;
    const alike = similarity(prepared, one.prepared);
    if (alike < nearWording) continue;
    nearest.push({ one, alike });
    nearest.sort(nearestFirst);
    nearest.length = Math.min(nearest.length, neighboursAsked);
  }
  return nearest;
}

const nearestFirst = (a: Near, b: Near): number =>
  b.alike - a.alike || (a.one.sessionId < b.one.sessionId ? -1 : 1);

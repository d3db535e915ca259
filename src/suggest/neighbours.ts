/** Whether customers who said nearly the same were served as wanting the same: one label alone may be wrong. */
import { mostSimilarBy, type Prepared, prepare, similarity } from '../text/similarity.js';
import {
  assumedNoise,
  mostFrequentStem,
  mostListed,
  nearWording,
  neighboursAsked,
  neighboursTried,
} from './settings.js';

export interface Neighbour {
  text: string;
  intent: string | null;
  sessionId: string;
}

export interface Neighbours {
  /**
   * False where most of what is near to the text, of other sessions, has another label; true where nothing is near, and of the bot's own
   * intents where neighbours part so often that they tell nothing: intents that share their words.
   */
  agree(text: string, intent: string | null, sessionId: string): boolean;
}

interface Known extends Neighbour {
  prepared: Prepared;
}

/** The texts that have a stem, and what it weighs in each. */
interface Posting {
  places: number[];
  weights: number[];
}

/** Cost: one pass over the texts; a question takes one over the texts that share a stem, and looks at those that share a rarer one. */
export function createNeighbours(labelled: readonly Neighbour[]): Neighbours {
  const known = labelled.map((one): Known => ({ ...one, prepared: prepare(one.text) }));
  const postings = postingsOf(known);
  const most = Math.max(mostListed, mostFrequentStem * known.length);
  // Made once: a night asks of some thousand texts.
  const shared = new Float64Array(known.length);
  const isFound = new Uint8Array(known.length);
  const candidatesOf = (prepared: Prepared): Candidate[] => {
    shared.fill(0);
    isFound.fill(0);
    const found: number[] = [];
    for (const [stem, weight] of prepared.stems) {
      const { places, weights } = postings.get(stem) ?? nowhere;
      const isRare = places.length <= most;
      for (let i = 0; i < places.length; i++) {
        const place = places[i] as number;
        shared[place] = (shared[place] as number) + Math.min(weight, weights[i] as number);
        if (!isRare || isFound[place] === 1) continue;
        isFound[place] = 1;
        found.push(place);
      }
    }
    return found.map((place) => {
      const one = known[place] as Known;
      return { one, most: mostSimilarBy(shared[place] as number, prepared, one.prepared) };
    });
  };
  const haveMost = (prepared: Prepared, intent: string | null, sessionId: string): boolean => {
    const others = candidatesOf(prepared).filter(({ one }) => one.sessionId !== sessionId);
    const nearest = nearestOf(prepared, others);
    const sum = (list: typeof nearest) => list.reduce((total, { alike }) => total + alike, 0);
    return 2 * sum(nearest.filter(({ one }) => one.intent === intent)) >= sum(nearest);
  };
  let telling: boolean | null = null;
  const tell = (): boolean => {
    const covered = known.filter(({ intent }) => intent !== null);
    const every = Math.ceil(covered.length / neighboursTried);
    const tried = covered.filter((_, i) => i % every === 0);
    const parted = tried.filter((one) => !haveMost(one.prepared, one.intent, one.sessionId));
    // Where more than twice as many part from their neighbours as labels are wrong, most of them are right.
    return parted.length <= 2 * assumedNoise * tried.length;
  };
  return {
    agree(text, intent, sessionId) {
      if (haveMost(prepare(text), intent, sessionId)) return true;
      telling ??= tell();
      return intent !== null && !telling;
    },
  };
}

const nowhere: Posting = { places: [], weights: [] };

function postingsOf(known: readonly Known[]): Map<string, Posting> {
  const postings = new Map<string, Posting>();
  known.forEach(({ prepared }, place) => {
    for (const [stem, weight] of prepared.stems) {
      const posting = postings.get(stem) ?? { places: [], weights: [] };
      posting.places.push(place);
      posting.weights.push(weight);
      postings.set(stem, posting);
    }
  });
  return postings;
}

interface Candidate {
  one: Known;
  /** The likeness at most, to within `rounding`. */
  most: number;
}

interface Near {
  one: Known;
  alike: number;
}

/** The weights are added in another order than `similarity` adds them. */
const rounding = 1e-9;

/** Those that are near, nearest first; one that cannot come among the first is not looked at to the end. */
function nearestOf(prepared: Prepared, others: readonly Candidate[]): Near[] {
  const open = others
    .filter(({ most }) => most + rounding >= nearWording)
    .sort((a, b) => b.most - a.most);
  const nearest: Near[] = [];
  for (const { one, most } of open) {
    if (most + rounding < (nearest[neighboursAsked - 1]?.alike ?? nearWording)) break;
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

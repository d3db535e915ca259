/**
 * What a session and a contact are about. The bot's own intents are where it begins; then likely pairs teach which words
 * of the bot's side and which words and wrap-up codes of the agent's side go with each, so that what the bot took for
 * something else, or for nothing, finds its subject as well. A mixture of which both sides are views, by expectation
 * maximisation; no wording is given.
 */
import { evenly } from '../lib/evenly.js';
import type { SubjectShare, Subjects } from './comparison.js';
import { type FeatureText, type Lifts, learnLifts } from './lifts.js';
import {
  leastPairsOfSubject,
  leastSubjectShare,
  leastWeight,
  mostSubjects,
  subjectRounds,
  subjectsLearnedFrom,
  subjectTemper,
} from './settings.js';
import type { ContactSide, HandoffSide } from './sides.js';
import { wordTopics } from './topics.js';
import { vocabularySize, wordStatistics } from './words.js';

/** A handoff and a contact, and how likely they are one journey. */
export interface SubjectPair {
  handoff: HandoffSide;
  contact: ContactSide;
  weight: number;
}

/** Sides are judged by what pairs of the other half teach, so that no pair is evidence for itself. */
const halves = 2;

export const noSubjects: Subjects = { of: () => [], reader: () => () => null };

export function learnSubjects(
  handoffs: readonly HandoffSide[],
  contacts: readonly ContactSide[],
  pairs: Iterable<SubjectPair>,
): Subjects {
  const known = [...pairs].filter(({ weight }) => weight >= leastWeight);
  const names = numbered(known.flatMap(({ handoff }) => handoff.intents));
  if (known.length < leastPairsOfSubject || names.size === 0) return noSubjects;
  const sides = featureSides(handoffs, contacts);
  const models = Array.from({ length: halves }, (_, half) =>
    fitMixture(
      known.filter(({ contact }) => halfOf(contact.contact) !== half),
      names,
      sides,
    ),
  );
  return {
    of: (handoff) => {
      const { shares, lifts } = models[halfOf(handoff.session)] as Mixture;
      return likeliest(
        posterior(shares, (into) => lifts.handoff.add(sides.ofHandoff(handoff), into)),
      );
    },
    reader(list) {
      const half = Uint8Array.from(list, ({ contact }) => halfOf(contact));
      const code = Int32Array.from(list, (contact) => sides.codeOf(contact)[0] ?? -1);
      return (c, own) => {
        const words = list[c]?.words;
        if (words === undefined || (words.length === 0 && code[c] === -1)) return null;
        const lifts = models[half[c] as number]?.lifts.contact as Lifts;
        let sum = 0;
        let left = 1;
        for (const { subject, probability } of own) {
          const bits = lifts.of(words, subject) + lifts.ofOne(code[c] as number, subject);
          sum += probability * 2 ** (subjectTemper * bits);
          left -= probability;
        }
        return Math.log2(sum + Math.max(0, left));
      };
    },
  };
}

const numbered = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...new Set(names)].sort().map((name, i) => [name, i]));

function halfOf(name: string): number {
  let sum = 0;
  for (let i = 0; i < name.length; i++) sum += name.charCodeAt(i);
  return sum % halves;
}

/** Texts by features: words, then intents (of handoffs) and codes (of contacts) as features of their own. */
function featureSides(handoffs: readonly HandoffSide[], contacts: readonly ContactSide[]) {
  const words = Math.max(vocabularySize(handoffs), vocabularySize(contacts));
  const intents = numbered(handoffs.flatMap((handoff) => handoff.intents));
  const codes = numbered(contacts.flatMap(({ code }) => code ?? []));
  const ofHandoff = (handoff: HandoffSide): number[] => [
    ...handoff.words,
    ...handoff.intents.map((name) => words + (intents.get(name) as number)),
  ];
  const codeOf = ({ code }: ContactSide): number[] => {
    const at = codes.get(code ?? '');
    return at === undefined ? [] : [words + at];
  };
  const size = words + Math.max(intents.size, codes.size);
  const texts = evenly(handoffs, subjectsLearnedFrom).map((one) => ({
    words: Int32Array.from(ofHandoff(one)),
  }));
  const topics = wordTopics(
    [{ words: Int32Array.of(size - 1) }],
    evenly(contacts, subjectsLearnedFrom).map((one) => ({
      ...one,
      words: Int32Array.of(...one.words, ...codeOf(one)),
    })),
  );
  return {
    ofHandoff,
    codeOf,
    ofContact: (contact: ContactSide): FeatureText => ({
      features: [...contact.words, ...codeOf(contact)],
      kind: topics.topicOf(contact.queue),
    }),
    handoffStatistics: [wordStatistics(texts, size, null)],
    contactStatistics: topics.statistics,
  };
}

interface Mixture {
  /** Of each subject among the pairs. */
  shares: Float64Array;
  lifts: { handoff: Lifts; contact: Lifts };
}

function fitMixture(
  pairs: readonly SubjectPair[],
  names: ReadonlyMap<string, number>,
  sides: ReturnType<typeof featureSides>,
): Mixture {
  const subjects = names.size;
  const handoffs = pairs.map(({ handoff }) => ({ features: sides.ofHandoff(handoff), kind: 0 }));
  const contacts = pairs.map(({ contact }) => sides.ofContact(contact));
  const weights = new Float64Array(pairs.length * subjects);
  pairs.forEach(({ handoff, weight }, i) => {
    for (const name of handoff.intents)
      weights[i * subjects + (names.get(name) as number)] = weight / handoff.intents.length;
  });
  let mixture = maximise();
  for (let round = 0; round < subjectRounds; round++) {
    pairs.forEach(({ weight }, i) => {
      const own = posterior(mixture.shares, (into) => {
        mixture.lifts.handoff.add(handoffs[i]?.features ?? [], into);
        mixture.lifts.contact.add(contacts[i]?.features ?? [], into);
      });
      own.forEach((share, s) => {
        weights[i * subjects + s] = weight * share;
      });
    });
    mixture = maximise();
  }
  return mixture;

  function maximise(): Mixture {
    const shares = new Float64Array(subjects).fill(1);
    weights.forEach((weight, at) => {
      shares[at % subjects] = (shares[at % subjects] as number) + weight;
    });
    const all = shares.reduce((a, b) => a + b, 0);
    return {
      shares: shares.map((n) => n / all),
      lifts: {
        handoff: learnLifts(handoffs, weights, subjects, sides.handoffStatistics),
        contact: learnLifts(contacts, weights, subjects, sides.contactStatistics),
      },
    };
  }
}

function posterior(shares: Float64Array, add: (into: Float64Array) => void): Float64Array {
  const bits = new Float64Array(shares.length);
  add(bits);
  const most = bits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const weights = bits.map((own, s) => (shares[s] as number) * 2 ** (subjectTemper * (own - most)));
  const all = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / all);
}

function likeliest(probabilities: Float64Array): SubjectShare[] {
  return [...probabilities]
    .map((probability, subject) => ({ subject, probability }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, mostSubjects)
    .filter(({ probability }) => probability >= leastSubjectShare);
}

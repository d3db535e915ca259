/**
 * What a sentence does: asks for information, offers something, or reads back what it has. "What time would you like to
 * leave?" asks, although "would you like to" is an offer: what comes first decides.
 */
import type { Lexicon } from '../domain/lexicon.js';
import { type Clause, wordsOf } from './clauses.js';
import { createPhrasebook, type Hit, withoutOverlap } from './phrasebook.js';

type Cue = 'request' | 'offer' | 'confirm';

export interface Act {
  kind: 'request' | 'confirm' | 'offer' | 'open' | 'statement';
  /** First word from which the sentence asks; what stands before is mostly preamble. */
  from: number;
  /** 0 to 1: how plainly it is of this kind. */
  strength: number;
}

export type ActReader = (clause: Clause) => Act;

/** A single word is a cue only this near to the start ("and what ..."), or in a question. */
const openingWords = 3;
/** "dob pls", "and your postcode?": short enough to ask by naming. */
const namingWords = 5;

export function createActReader(lexicon: Lexicon): ActReader {
  const polite = new Set(['please', 'pls', 'plz']);
  const find = createPhrasebook<Cue>([
    ...entries(lexicon.confirmCues, 'confirm'),
    ...entries(lexicon.offerCues, 'offer'),
    ...entries(lexicon.requestCues, 'request'),
  ]);

  return (clause) => {
    const cues = withoutOverlap(find(clause.words)).filter((hit) => counts(hit, clause));
    const request = cues.find(({ label }) => label === 'request');
    const offer = cues.find(({ label }) => label === 'offer');
    const confirm = cues.find(({ label }) => label === 'confirm');
    const asked = request && (!offer || request.from < offer.from);
    if (confirm && (!request || (confirm.from < request.from && request.from < confirm.to)))
      return { kind: 'confirm', from: 0, strength: clause.question ? 0.9 : 0.6 };
    if (request && (asked || (offer && isLater(request, offer))))
      return { kind: 'request', from: request.from, strength: strengthOf(request, clause) };
    if (offer) return { kind: 'offer', from: offer.from, strength: 0.9 };
    const isPolite = clause.words.some((word) => polite.has(word));
    if (clause.question)
      return {
        kind: 'open',
        from: 0,
        strength: isPolite ? 0.8 : clause.words.length <= 8 ? 0.6 : 0.4,
      };
    if (clause.words.length <= namingWords && !clause.value)
      return { kind: 'open', from: 0, strength: isPolite ? 0.8 : 0.5 };
    return { kind: 'statement', from: 0, strength: 0.9 };
  };
}

function entries(phrases: readonly string[], cue: Cue) {
  return phrases.map((phrase) => [wordsOf(phrase), cue] as const);
}

/** "Right, which hotel" reads nothing back: a single confirming word counts at the end of a question alone. */
function counts(hit: Hit<Cue>, clause: Clause): boolean {
  if (hit.label === 'confirm' && hit.to - hit.from === 1)
    return hit.to === clause.words.length && clause.words.length > 2;
  if (hit.label === 'confirm' && !clause.question) return hit.from <= 1;
  return hit.to - hit.from > 1 || hit.from <= openingWords - 1 || clause.question;
}

/** "Can I help with that, and could you give me your postcode": not "how about one which leaves at noon?" */
function isLater(request: Hit<Cue>, offer: Hit<Cue>): boolean {
  return request.from - offer.to > 2 && request.to - request.from > 1;
}

function strengthOf(request: Hit<Cue>, clause: Clause): number {
  if (clause.question) return 0.95;
  return request.to - request.from > 1 ? 0.85 : 0.7;
}

/**
 * What a sentence does: asks for information, offers something, or reads back what it has. "What time would you like to
 * leave?" asks, although "would you like to" is an offer: what comes first decides.
 */
import type { Lexicon } from '../domain/lexicon.js';
import type { Hit } from '../text/phrasebook.js';
import type { Clause } from './clauses.js';
import { type Cue, createCueFinder } from './cues.js';
import { createGivenReader, type Given } from './given.js';
import {
  actStrength,
  namingWords,
  offeredValues,
  openingWords,
  shortQuestion,
} from './settings.js';

export interface Act {
  /** `answered`: no wording of a question, but a value answers it. The reader of one sentence never says so. */
  kind: 'request' | 'confirm' | 'offer' | 'open' | 'statement' | 'answered';
  /** First word from which the sentence asks; what stands before is mostly preamble. */
  from: number;
  /** 0 to 1: how plainly it is of this kind. */
  strength: number;
  /** A request for yes or no: it may suggest a value, and without a slot it is more often an offer. */
  polar: boolean;
  /** The values that it says. */
  given: readonly Given[];
}

export const politeWords: ReadonlySet<string> = new Set(['please', 'pls', 'plz']);

/** `cues`: those of the clause, where they are known already. */
export type ActReader = (clause: Clause, cues?: readonly Hit<Cue>[]) => Act;

export function createActReader(lexicon: Lexicon): ActReader {
  const givenIn = createGivenReader(lexicon);
  const cuesIn = createCueFinder(lexicon);

  return (clause, found = cuesIn(clause.words)) => {
    const given = givenIn(clause);
    const cues = found.filter((hit) => counts(hit, clause));
    const known = cueAct(cues, clause, given);
    if (known) return { polar: false, given, ...known };
    const isPolite = clause.words.some((word) => politeWords.has(word));
    const isShort = clause.words.length <= shortQuestion;
    const { naming } = actStrength;
    const open = { kind: 'open', from: 0, polar: true, given } as const;
    if (clause.question)
      return {
        ...open,
        strength: isPolite ? naming.polite : isShort ? naming.shortQuestion : naming.longQuestion,
      };
    if (clause.words.length <= namingWords && clause.valuesAt.length === 0)
      return { ...open, strength: isPolite ? naming.polite : naming.statement };
    return { kind: 'statement', from: 0, strength: actStrength.statement, polar: false, given };
  };
}

type Found = Pick<Act, 'kind' | 'from' | 'strength'> & Partial<Act>;

function cueAct(cues: readonly Hit<Cue>[], clause: Clause, given: readonly Given[]): Found | null {
  const request = cues.find(({ label }) => label !== 'offer' && label !== 'confirm');
  const offer = cues.find(({ label }) => label === 'offer');
  const confirm = cues.find(({ label }) => label === 'confirm');
  const back = {
    kind: 'confirm',
    from: 0,
    strength: clause.question ? actStrength.confirm.question : actStrength.confirm.statement,
  } as const;
  if (confirm && (!request || (confirm.from < request.from && isAside(request, confirm))))
    return back;
  if (request?.label === 'verify' && saysAfter(request, clause, given)) return back;
  const asked = request && (!offer || request.from < offer.from);
  if (request?.label === 'polar' && asked && given.length >= offeredValues)
    return { kind: 'offer', from: request.from, strength: actStrength.offer };
  if (request && (asked || (offer && isLater(request, offer)))) {
    const polar = request.label === 'polar';
    return { kind: 'request', from: request.from, strength: strengthOf(request, clause), polar };
  }
  return offer ? { kind: 'offer', from: offer.from, strength: actStrength.offer } : null;
}

/** "Just to confirm, you want the bus which leaves at noon?" */
const isAside = (request: Hit<Cue>, confirm: Hit<Cue>) =>
  request.from < confirm.to || request.to - request.from === 1;

const saysAfter = ({ to }: Hit<Cue>, { valuesAt }: Clause, given: readonly Given[]) =>
  valuesAt.some((at) => at >= to) || given.some(({ from }) => from >= to);

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
  const { question, wording, word } = actStrength.request;
  if (clause.question) return question;
  return request.to - request.from > 1 ? wording : word;
}

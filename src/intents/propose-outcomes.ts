/** What the wrap-up codes of a night's journeys seem to mean, as a mapping for a person to review: what the words support and what they contradict. */
import type { LabelMeaning } from '../domain/config.js';
import type { IntentSignal, JourneyResult } from '../domain/journey.js';

export interface ProposedOutcome {
  /** Wrap-up code. */
  code: string;
  contacts: number;
  /**
   * `proposed`: words support what `means` says; `unsure`: too few contacts, or their words tell too little; `silent`: they
   * tell many wishes, so the code says nothing; `reviewed`: a person has mapped it.
   */
  standing: 'proposed' | 'unsure' | 'silent' | 'reviewed';
  /** One of these; null in it is none of the bot's intents. null: it says nothing. */
  means: LabelMeaning;
  /** Contacts whose wish is told by what is not the code, and how many of them speak against `means`; the wishes, most frequent first. */
  words: { told: number; against: number; wishes: { intent: string | null; contacts: number }[] };
}

const fewestContacts = 10;
const fewestTold = 5;
/** Share of the told contacts from which an intent is part of a code's meaning. */
const partFrom = 0.12;
/** Together the parts of a meaning explain at least this share; a code that needs more parts says nothing. */
const explainedFrom = 0.7;
const mostParts = 5;
const wishesShown = 6;

/** By number of contacts. */
export function proposeOutcomes(
  results: readonly JourneyResult[],
  reviewed: Readonly<Record<string, LabelMeaning>>,
): ProposedOutcome[] {
  const byCode = new Map<string, JourneyResult[]>();
  for (const result of results) {
    const code = result.outcome.reason;
    if (code === undefined) continue;
    const own = byCode.get(code);
    if (own) own.push(result);
    else byCode.set(code, [result]);
  }
  return [...byCode]
    .map(([code, own]) => proposal(code, own, reviewed))
    .sort((a, b) => b.contacts - a.contacts || (a.code < b.code ? -1 : 1));
}

function proposal(
  code: string,
  own: readonly JourneyResult[],
  reviewed: Readonly<Record<string, LabelMeaning>>,
): ProposedOutcome {
  const wishes = new Map<string | null, number>();
  for (const journey of own) {
    const wish = toldBy(journey);
    if (wish !== undefined) wishes.set(wish, (wishes.get(wish) ?? 0) + 1);
  }
  const told = [...wishes.values()].reduce((sum, n) => sum + n, 0);
  const ordered = [...wishes].sort(([a, n], [b, m]) => m - n || ((a ?? '') < (b ?? '') ? -1 : 1));
  const parts = ordered.filter(([, n]) => n >= partFrom * told).slice(0, mostParts);
  const explained = parts.reduce((sum, [, n]) => sum + n, 0);
  const enough = own.length >= fewestContacts && told >= fewestTold;
  const scattered = explained < explainedFrom * told;
  const mapped = reviewed[code];
  const proposed = scattered ? null : parts.map(([intent]) => intent);
  const means = mapped === undefined ? (told === 0 ? null : proposed) : mapped;
  const unreviewed =
    told === 0 || (enough && scattered) ? 'silent' : enough ? 'proposed' : 'unsure';
  const against = ordered.reduce(
    (sum, [intent, n]) => (means?.includes(intent) ? sum : sum + n),
    0,
  );
  return {
    code,
    contacts: own.length,
    standing: mapped === undefined ? unreviewed : 'reviewed',
    means,
    words: {
      told,
      against: means === null ? 0 : against,
      wishes: ordered.slice(0, wishesShown).map(([intent, n]) => ({ intent, contacts: n })),
    },
  };
}

/** The wish that is claimed where words speak for it: null is none of the bot's, undefined is not known. */
function toldBy({ trueIntent }: JourneyResult): string | null | undefined {
  const { name, standing, signals } = trueIntent;
  if (standing === 'none') return undefined;
  const bySelf = signals.some(({ source, intent }) => isSaid(source) && intent === name);
  return bySelf ? name : undefined;
}

const isSaid = (source: IntentSignal['source']) =>
  source === 'words_to_agent' || source === 'words_to_bot';

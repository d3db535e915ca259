/**
 * What the slots that an agent asks for say of the customer's wish. The bot's forms say which intent needs what; how far agents here keep to
 * them is learned. It tells wishes apart whose words the bot never learned, and whose wrap-up code covers several. What an
 * intent needs is another question (`questions/needs.ts`): it goes by what the bot acted on, too, which is no signal here.
 */
import { type Distribution, normalised } from './distribution.js';
import { askedSlots } from './settings.js';

/** Slot to the intents whose forms have it. */
type Forms = ReadonlyMap<string, ReadonlySet<string>>;

/** P(an agent asks for the slot | each intent, none last), by slot, where the bot does not hold it. */
export type AskedRates = ReadonlyMap<string, Distribution>;

export interface AskedTrace {
  /** What the other signals say; null where none speaks. */
  posterior: Distribution | null;
  held: ReadonlySet<string>;
  asked: ReadonlySet<string>;
}

/** Expectation maximisation from what the forms let expect. @param traces those whose agents ask for anything */
export function learnAskedRates(
  traces: readonly AskedTrace[],
  intents: readonly string[],
  forms: Forms,
): AskedRates {
  const expected = new Map([...forms].map(([slot, own]) => [slot, expectedRates(own, intents)]));
  let rates: AskedRates = expected;
  for (let round = 0; round < askedSlots.rounds; round++) {
    const shares = traces.map((trace) => sharesOf(trace, rates, intents.length + 1));
    rates = new Map(
      [...expected].map(([slot, prior]) => [slot, counted(slot, prior, traces, shares)]),
    );
  }
  return rates;
}

/** A form's slots are asked for; any other wish takes a slot as often as forms do. */
function expectedRates(own: ReadonlySet<string>, intents: readonly string[]): Distribution {
  const usual = (askedSlots.ofForm * own.size) / Math.max(1, intents.length);
  const other = Math.max(askedSlots.leastRate, usual);
  return [...intents.map((intent) => (own.has(intent) ? askedSlots.ofForm : other)), other];
}

function sharesOf({ posterior, held, asked }: AskedTrace, rates: AskedRates, size: number) {
  const before = posterior ?? new Array<number>(size).fill(1);
  const told = toldByAsks({ held, asked }, rates);
  return normalised(before.map((share, k) => share * (told?.[k] ?? 1)));
}

function counted(
  slot: string,
  prior: Distribution,
  traces: readonly AskedTrace[],
  shares: readonly Distribution[],
): Distribution {
  const hits = prior.map(() => 0);
  const all = prior.map(() => 0);
  traces.forEach(({ held, asked }, j) => {
    if (held.has(slot)) return;
    shares[j]?.forEach((share, k) => {
      all[k] = (all[k] ?? 0) + share;
      if (asked.has(slot)) hits[k] = (hits[k] ?? 0) + share;
    });
  });
  const last = prior.length - 1;
  return prior.map((rate, k) => {
    // None of the bot's intents is many wishes: what one of them takes, another does not.
    const trust = k === last ? askedSlots.trustOfNone : askedSlots.trust;
    const learned = ((hits[k] ?? 0) + trust * rate) / ((all[k] ?? 0) + trust);
    return Math.min(1 - askedSlots.leastRate, Math.max(askedSlots.leastRate, learned));
  });
}

/** P(what is asked for and what is not | each intent, none last), up to a common factor; null where no slot of a form is asked for. */
export function toldByAsks(
  { held, asked }: Pick<AskedTrace, 'held' | 'asked'>,
  rates: AskedRates,
): Distribution | null {
  const open = [...rates].filter(([slot]) => !held.has(slot));
  if (!open.some(([slot]) => asked.has(slot))) return null;
  const [first] = open;
  const logs = (first?.[1] ?? []).map((_, k) =>
    open.reduce((sum, [slot, rate]) => {
      const p = rate[k] ?? 0;
      return sum + (asked.has(slot) ? Math.log(p) : askedSlots.silence * Math.log(1 - p));
    }, 0),
  );
  const highest = Math.max(...logs);
  return logs.map((log) => Math.exp(log - highest));
}

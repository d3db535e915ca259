/** What recurs in many journeys: the bot's prompts, agents' stock phrases, slots whose values are the customer's own words. */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Boilerplate } from '../questions/agent-side.js';
import { commonSlots, kindsAnswered } from '../questions/common-slots.js';
import { toldAs } from '../questions/told-before.js';
import type { QuestionTools } from '../questions/tools.js';
import {
  boilerplateDiscount,
  boilerplateShare,
  fewestContactsOfSlot,
  fewestSamples,
  fewestWithoutValues,
  promptsKept,
  samplesOfSlot,
} from './settings.js';
import type { Trace } from './trace.js';

export interface SlotsSeen {
  /** The definition's, those that the bot was seen to use, those of the config, and those that every contact centre has. */
  slots: DefinedSlot[];
  /** Names of the last. */
  added: ReadonlySet<string>;
}

export function slotsSeen(traces: readonly Trace[], tools: QuestionTools): SlotsSeen {
  const prompts = new Map<string, Map<string, number>>();
  for (const { slot, text } of traces.flatMap((trace) => trace.prompts)) {
    const known = prompts.get(slot) ?? new Map<string, number>();
    prompts.set(slot, known.set(text, (known.get(text) ?? 0) + 1));
  }
  const defined = tools.definition?.slots ?? [];
  const known = new Set(defined.map(({ name }) => name));
  const held = defined.length > 0 ? [] : traces.flatMap((trace) => trace.held);
  const others = [...prompts.keys(), ...held];
  const used = [...new Set(others)].filter((name) => !known.has(name)).sort();
  const bare = used.map((name) => ({ name, values: [], prompts: [], neededBy: [] }));
  const own = [...defined, ...bare];
  const answered = kindsAnswered(traces.flatMap((trace) => trace.answered));
  const { verificationSlots } = tools.config;
  const common = commonSlots(own, verificationSlots, tools.lexicon, answered);
  const slots = [...own, ...common].map((slot) => ({
    ...slot,
    prompts: [...new Set([...slot.prompts, ...usual(prompts.get(slot.name))])],
  }));
  const names = common.map(({ name }) => name);
  return { slots, added: new Set(names.filter((name) => !verificationSlots.includes(name))) };
}

/** The share of each slot's held values that are the customer's own words, by the first samples of each: of all, and of each shape (`toldAs`). */
export function verbatimRatesOf(traces: readonly Trace[]): Map<string, number> {
  const counts = new Map<string, { tried: number; found: number }>();
  const add = (key: string, said: boolean) => {
    const { tried, found } = counts.get(key) ?? { tried: 0, found: 0 };
    if (tried < samplesOfSlot) counts.set(key, { tried: tried + 1, found: found + Number(said) });
  };
  const slots = new Set<string>();
  for (const { slot, shape, said } of traces.flatMap(({ ownWords }) => ownWords)) {
    slots.add(slot);
    add(slot, said);
    add(toldAs(slot, shape), said);
  }
  const shares = new Map<string, number>();
  for (const [key, { tried, found }] of counts)
    if (slots.has(key)) shares.set(key, found / tried);
    else if (tried >= fewestSamples) shares.set(key, (found + 0.5) / (tried + 1));
  return shares;
}

/** Some platforms log no values at all; of a few sessions without any that cannot be told. */
export const logHoldsValues = (traces: readonly Trace[]): boolean =>
  traces.length < fewestWithoutValues || traces.some(({ held }) => held.length > 0);

/** Agents' texts that come in most contacts. */
export function boilerplateOf(traces: readonly Trace[]): Boilerplate {
  const counts = new Map<string, number>();
  let contacts = 0;
  for (const { contact, agentTexts } of traces) {
    if (!contact) continue;
    contacts += 1;
    for (const key of agentTexts) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Map(
    [...counts]
      .filter(([, n]) => contacts >= fewestContactsOfSlot && n / contacts >= boilerplateShare)
      .map(([key]) => [key, boilerplateDiscount]),
  );
}

/** The most frequent wordings; ties in alphabetical order, so that the order of journeys does not matter. */
function usual(wordings: ReadonlyMap<string, number> | undefined): string[] {
  return [...(wordings ?? [])]
    .filter(([text]) => text !== '')
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, promptsKept)
    .map(([text]) => text);
}

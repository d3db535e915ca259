/** How probable it is that agents ask for a slot so often that it is needed. */
import type { NeedTrace } from './need-trace.js';
import {
  fewestJourneys,
  fewestOfHabit,
  mostOfHabit,
  peculiarLift,
  peculiarPart,
  shareTrust,
} from './settings-of-needs.js';
import { type Count, probabilityAbove, shareOf, type Uncertain } from './share-of-need.js';
import type { QuestionTools } from './tools.js';

export interface SlotCounts {
  /** By intent or code: journeys in which the bot does not hold the slot, and those of them whose agent asks for it. */
  counts: readonly Count[];
  isDefined: (at: number) => boolean;
  /** The definition names no intent that needs it. */
  isFormless: boolean;
  /** The definition does not know it. */
  isNew: boolean;
}

/**
 * Some wordings are not understood: shares are compared as they would be if all asks were read. A slot that no form has is
 * needed, too, where a part of that share is seen and hardly anybody asks for it elsewhere, where it is not needed: its questions
 * are read worst, since the bot never asks them. An agent's habit of taking a phone number is the same everywhere. What agents ask
 * for whatever the customer wants is how they work: where no form has it, no intent needs it.
 * @param read the share of asks that is read
 * @returns P(needed), by intent or code
 */
export function oftenAsked(
  { counts, isDefined, isFormless, isNew }: SlotCounts,
  read: Uncertain,
  { config: { neededShare } }: QuestionTools,
): number[] {
  const usual = (sumOf(counts.map(({ hits }) => hits)) + 0.5) / (allOf(counts) + 1);
  const above = (bound: number, count: Count) =>
    count.all < fewestJourneys
      ? 0
      : probabilityAbove(bound, shareOf(count, usual, shareTrust), read);
  const often = counts.map((count) => above(neededShare, count));
  if (isFormless && isEverywhere(often, counts)) return often.map(() => 0);
  if (!isNew && !isFormless) return often;
  const part = isNew ? peculiarPart.new : peculiarPart.formless;
  const others = counts.map((count, at) =>
    isDefined(at) || (often[at] ?? 0) >= 0.5 ? none : count,
  );
  const [hits, all] = [sumOf(others.map((count) => count.hits)), allOf(others)];
  return counts.map((count, at) => {
    const own = others[at] ?? none;
    const elsewhere = (hits - own.hits + 0.5) / (all - own.all + 1);
    const isPeculiar = count.hits >= peculiarLift * elsewhere * count.all;
    return Math.max(often[at] ?? 0, isPeculiar ? above(part * neededShare, count) : 0);
  });
}

function isEverywhere(often: readonly number[], counts: readonly Count[]): boolean {
  const seen = counts.flatMap(({ all }, at) => (all < fewestJourneys ? [] : (often[at] ?? 0)));
  const needing = seen.filter((probability) => probability >= 0.5).length;
  const most = Math.max(mostOfHabit.intents, mostOfHabit.share * seen.length);
  return seen.length >= fewestOfHabit && needing > most;
}

const none: Count = { hits: 0, all: 0 };

/** Slots that are needed as likely as not wherever a contact is filed under a wrap-up code. */
export function neededByCode(
  traces: readonly NeedTrace[],
  read: Uncertain,
  tools: QuestionTools,
): Map<string, Set<string>> {
  const codes = [...new Set(traces.flatMap(({ code }) => code ?? []))].sort();
  const slots = [...new Set(traces.flatMap(({ asked }) => [...asked]))].sort();
  const needed = new Map(codes.map((code) => [code, new Set<string>()]));
  for (const slot of slots) {
    const without = traces.filter(({ held }) => !held.has(slot));
    const counts = codes.map((code) => {
      const own = without.filter((trace) => trace.code === code);
      return { hits: own.filter(({ asked }) => asked.has(slot)).length, all: own.length };
    });
    const known = {
      counts,
      isDefined: () => false,
      isFormless: isFormless(slot, tools),
      isNew: !tools.slots.has(slot),
    };
    const often = oftenAsked(known, read, tools);
    for (const [at, code] of codes.entries())
      if ((often[at] ?? 0) >= 0.5) needed.get(code)?.add(slot);
  }
  return needed;
}

/** There is a definition, and no intent of it asks for the slot, whether it names the slot or not. */
export const isFormless = (slot: string, { definition, forms }: QuestionTools): boolean =>
  definition !== null && !forms.bySlot.has(slot);

const allOf = (counts: readonly Count[]) => sumOf(counts.map(({ all }) => all));

export const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

/**
 * Two names for one thing: the same answers, in contacts about the same, and hardly ever both in one contact, since an
 * agent asks for a thing once.
 */
import { plainForm } from './answer-form.js';
import {
  alikeFrom,
  fewestAsks,
  fewestProofs,
  leastAsked,
  leastOneShape,
  leastShaped,
  mostAskedAgain,
  mostTogether,
  provenShare,
} from './settings.js';

import { valueShape } from './wordings.js';

export interface TopicUse {
  times: number;
  contacts: Set<number>;
  answers: Map<string, number>;
  intents: Map<string, number>;
  codes: Map<string, number>;
  /** What agents call it, to how often. */
  names: Map<string, number>;
  /** Slot to how often the answer was the value that the bot held for it. */
  proofs: Map<string, number>;
}

/** Topic to the class that it becomes part of; null for one that is too rare to stand alone, or that values do not answer. */
export function mergesOf(
  uses: ReadonlyMap<string, TopicUse>,
  topics: ReadonlySet<string>,
  contacts: number,
): Map<string, string | null> {
  const merges = new Map<string, string | null>();
  const bySize = [...uses].sort((a, b) => b[1].times - a[1].times || (a[0] < b[0] ? -1 : 1));
  // The definition's own slots stand; topics join them or each other, the frequent ones first.
  const standing = bySize.filter(([name]) => !topics.has(name));
  for (const [name, use] of bySize.filter(([one]) => topics.has(one))) {
    if (shapedAnswers(use) < leastShaped * use.times || !isOneThing(use)) {
      merges.set(name, null);
      continue;
    }
    const best = standing
      .map(([other, its]) => ({
        other,
        its,
        alike:
          isProven(use, other) || isOnlyOneOfItsShape(use, other, standing)
            ? 1
            : likeness(use, its, mostTogether),
      }))
      .filter(({ alike }) => alike >= alikeFrom)
      .sort((a, b) => b.alike - a.alike)[0];
    if (best) {
      merges.set(name, best.other);
      absorb(best.its, use);
    } else if (use.contacts.size >= Math.max(fewestAsks, leastAsked * contacts))
      standing.push([name, use]);
    else merges.set(name, null);
  }
  for (const name of topics) if (!uses.has(name)) merges.set(name, null);
  return merges;
}

/**
 * A slot that every contact centre has is one that the definition names in its own way where the same answers it, in contacts
 * about the same.
 *
 * @param uses as they are before `mergesOf`, which adds up what means the same
 * @param common those that the definition may lack
 * @param slots those that it has
 */
export function joinsOf(
  uses: ReadonlyMap<string, TopicUse>,
  common: readonly string[],
  slots: ReadonlySet<string>,
): Map<string, string> {
  const joins = new Map<string, string>();
  for (const name of common) {
    const use = uses.get(name);
    if (!use || shapedAnswers(use) < leastShaped * use.times || !isOneThing(use)) continue;
    const best = [...uses]
      .filter(([other]) => slots.has(other) && !common.includes(other))
      .map(([other, its]) => ({ other, alike: likeness(use, its, mostAskedAgain) }))
      .sort((a, b) => b.alike - a.alike || (a.other < b.other ? -1 : 1))[0];
    if (best && best.alike >= alikeFrom) joins.set(name, best.other);
  }
  return joins;
}

/** See `answerForms`: `#date`, `⟨phone`, `d4`, `lmd7`. */
const shaped = /^[#⟨]|d\d/;

function shapedAnswers({ answers }: TopicUse): number {
  let n = 0;
  for (const [form, times] of answers) if (shaped.test(form)) n += times;
  return n;
}

function isOneThing({ answers }: TopicUse): boolean {
  const shapes = new Map<string, number>();
  for (const [form, times] of answers) {
    if (!shaped.test(form)) continue;
    const shape = valueShape(form) ?? 'digits';
    shapes.set(shape, (shapes.get(shape) ?? 0) + times);
  }
  const all = [...shapes.values()];
  return Math.max(...all) >= leastOneShape * all.reduce((sum, n) => sum + n, 0);
}

/** Codes of one shape answer both, and no other that stands: an order's number, whatever agents call it and the customer wants. */
function isOnlyOneOfItsShape(
  use: TopicUse,
  slot: string,
  standing: readonly (readonly [name: string, use: TopicUse])[],
): boolean {
  const shape = codeShapeOf(use);
  if (shape === null) return false;
  const alike = standing.filter(([, its]) => codeShapeOf(its) === shape);
  return alike.length === 1 && alike[0]?.[0] === slot;
}

/** The shape of most codes that are given; null for other answers. */
function codeShapeOf({ answers }: TopicUse): string | null {
  let all = 0;
  let best: [shape: string | null, n: number] = [null, 0];
  for (const [form, n] of answers) {
    if (!shaped.test(form)) continue;
    all += n;
    if (form !== plainForm(form) && n > best[1]) best = [form, n];
  }
  return best[1] >= leastOneShape * all ? best[0] : null;
}

function isProven({ proofs, times }: TopicUse, slot: string): boolean {
  return (proofs.get(slot) ?? 0) >= Math.max(fewestProofs, provenShare * times);
}

function likeness(a: TopicUse, b: TopicUse, most: number): number {
  let together = 0;
  for (const one of a.contacts) if (b.contacts.has(one)) together += 1;
  if (together > most * Math.min(a.contacts.size, b.contacts.size)) return 0;
  return cosine(a.answers, b.answers) * cosine(a.intents, b.intents) * cosine(a.codes, b.codes);
}

/** 1 where neither has anything. */
function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const length = (counts: ReadonlyMap<string, number>) =>
    Math.sqrt([...counts.values()].reduce((sum, n) => sum + n * n, 0));
  if (a.size === 0 && b.size === 0) return 1;
  let shared = 0;
  for (const [key, n] of a) shared += n * (b.get(key) ?? 0);
  return shared === 0 ? 0 : shared / (length(a) * length(b));
}

function absorb(into: TopicUse, other: TopicUse): void {
  into.times += other.times;
  for (const one of other.contacts) into.contacts.add(one);
  for (const part of ['answers', 'intents', 'codes', 'names'] as const)
    addAll(into[part], other[part]);
}

export function addAll(into: Map<string, number>, from: ReadonlyMap<string, number>): void {
  for (const [key, n] of from) into.set(key, (into.get(key) ?? 0) + n);
}

/** What each slot, and each name that may be one, is seen to be asked with: by which two names are known to mean one thing. */
import { addAll, type TopicUse } from './merge-topics.js';
import { count, type Seen } from './seen-wordings.js';
import { fewestOwn, fewestProofs, namedFrom } from './settings.js';
import { intentOf } from './subjects.js';
import type { NameReader } from './topics.js';
import { asksNothing, isUnknown, type Wording, type WordingModel } from './wordings.js';

/**
 * How each class is used: what answers it, what it is about, which contacts it comes in. A slot that the bot asks for is
 * known by the bot's own questions alone, since whatever is like it has been drawn to it by now, and one that it never asks
 * for, of whatever kind, by the wordings that say its name.
 *
 * @param slots those that there are, by name
 */
export function usesOf(
  wordings: readonly Seen[],
  labelled: readonly Wording[],
  model: WordingModel,
  slots: ReadonlySet<string>,
  nameOf: NameReader,
): Map<string, TopicUse> {
  const uses = new Map<string, TopicUse>();
  const anchored = new Set<TopicUse>();
  for (const wording of wordings) {
    const shares = model.posteriorOf(wording);
    const best = shares.indexOf(Math.max(...shares));
    const name = model.classes[best] ?? asksNothing;
    if (name === asksNothing || isUnknown(name)) continue;
    addUse(uses, name, wording, nameOf);
  }
  const own = new Map<string, number>();
  for (const { label = '' } of labelled) count(own, label);
  const isKnownByName = (slot: string) => slots.has(slot) && !own.has(slot);
  for (const [slot, use] of usesByName(wordings, isKnownByName, nameOf))
    if (use.contacts.size >= fewestProofs) uses.set(slot, use);
  for (const wording of labelled) {
    const use = uses.get(wording.label ?? '');
    const n = own.get(wording.label ?? '') ?? 0;
    if (!use || n < fewestOwn) continue;
    if (!anchored.has(use)) {
      anchored.add(use);
      Object.assign(use, { answers: new Map(), intents: new Map(), codes: new Map() });
    }
    addSubjects(use, wording);
  }
  return uses;
}

function usesByName(
  wordings: readonly Seen[],
  isKnownByName: (slot: string) => boolean,
  nameOf: NameReader,
): Map<string, TopicUse> {
  const uses = new Map<string, TopicUse>();
  for (const wording of wordings.filter(({ asked }) => asked))
    for (const [slot, share] of wording.prior)
      if (share >= namedFrom && isKnownByName(slot)) addUse(uses, slot, wording, nameOf);
  return uses;
}

function addUse(
  uses: Map<string, TopicUse>,
  name: string,
  wording: Seen,
  nameOf: NameReader,
): void {
  const use = uses.get(name) ?? {
    times: 0,
    contacts: new Set(),
    answers: new Map(),
    intents: new Map(),
    codes: new Map(),
    proofs: new Map(),
    names: new Map(),
  };
  uses.set(name, use);
  use.times += wording.times;
  for (const one of wording.contacts) use.contacts.add(one);
  addSubjects(use, wording);
  addAll(use.proofs, wording.proofs);
  const said = wording.asked ? nameOf(wording.sentence.clause) : null;
  if (said) addAll(use.names, new Map([[said.join('_'), wording.times]]));
}

function addSubjects(use: TopicUse, { answers, about }: Wording): void {
  addAll(use.answers, answers);
  for (const [subject, n] of about)
    addAll(intentOf(subject) === undefined ? use.codes : use.intents, new Map([[subject, n]]));
}

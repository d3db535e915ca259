/** How slots and topics are used: what is seen of all wordings that ask for each. */
import { addAll, type TopicUse } from './merge-topics.js';
import { count, type Seen } from './seen-wordings.js';
import { fewestOwn } from './settings.js';
import { intentOf } from './subjects.js';
import type { NameReader } from './topics.js';
import { asksNothing, isUnknown, type Wording, type WordingModel } from './wordings.js';

/**
 * How each class is used: what answers it, what it is about, which contacts it comes in. A slot that the bot asks for is
 * known by the bot's own questions alone, since whatever is like it has been drawn to it by now.
 */
export function usesOf(
  wordings: readonly Seen[],
  labelled: readonly Wording[],
  model: WordingModel,
  nameOf: NameReader,
): Map<string, TopicUse> {
  const uses = new Map<string, TopicUse>();
  const anchored = new Set<TopicUse>();
  for (const wording of wordings) {
    const shares = model.posteriorOf(wording);
    const best = shares.indexOf(Math.max(...shares));
    const name = model.classes[best] ?? asksNothing;
    if (name === asksNothing || isUnknown(name)) continue;
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
  const own = new Map<string, number>();
  for (const { label = '' } of labelled) count(own, label);
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

function addSubjects(use: TopicUse, { answers, about }: Wording): void {
  addAll(use.answers, answers);
  for (const [subject, n] of about)
    addAll(intentOf(subject) === undefined ? use.codes : use.intents, new Map([[subject, n]]));
}

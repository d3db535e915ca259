/**
 * Slots that a definition lacks beside a like one that it has: "the date of the reading" is not its only date, the day of a
 * move, although both are answered by dates.
 */
import type { Sentence } from './asks.js';
import type { Forms } from './forms.js';
import { addAll } from './merge-topics.js';
import type { Seen } from './seen-wordings.js';
import { fewestExpected, leastOfExpected } from './settings.js';
import { intentOf } from './subjects.js';
import { type NameReader, topicKey } from './topics.js';

/** Whether a wording may ask for a slot, by what is called as it is. */
export type Fits = (slot: string, sentence: Sentence) => boolean;

/** All sightings of what agents call by one name. */
interface Named extends Record<'about' | 'proofs' | 'denials', Map<string, number>> {
  /** By slot, where it was asked. */
  fits: Map<string, boolean>;
}

/**
 * What is called by a name is another thing than a slot where the name is hardly ever said in contacts whose form has the
 * slot, though it would have been seen there if it were said there as elsewhere, and where the slot's value, as the bot
 * holds it, is not the usual answer. Where too little is seen, it fits.
 */
export function createFits(wordings: readonly Seen[], forms: Forms, nameOf: NameReader): Fits {
  const keyOf = ({ clause }: Sentence): string | null => {
    const name = nameOf(clause);
    return name && topicKey(name);
  };
  const { named, everywhere } = namesOf(wordings, keyOf);
  const usually = new Map([...forms].map(([slot, form]) => [slot, ofForm(everywhere, form)]));
  const isLikeOthers = (slot: string, its: Named): boolean => {
    const form = forms.get(slot);
    const usual = usually.get(slot);
    if (!form || !usual) return true;
    if ((its.proofs.get(slot) ?? 0) > (its.denials.get(slot) ?? 0)) return true;
    const here = ofForm(its.about, form);
    const expected = usual.all === 0 ? 0 : (here.all * usual.own) / usual.all;
    return expected < fewestExpected || here.own >= leastOfExpected * expected;
  };
  return (slot, sentence) => {
    const its = named.get(keyOf(sentence) ?? '');
    if (!its) return true;
    const fits = its.fits.get(slot) ?? isLikeOthers(slot, its);
    its.fits.set(slot, fits);
    return fits;
  };
}

function namesOf(wordings: readonly Seen[], keyOf: (sentence: Sentence) => string | null) {
  const named = new Map<string, Named>();
  const everywhere = new Map<string, number>();
  for (const wording of wordings.filter(({ asked }) => asked)) {
    addAll(everywhere, wording.about);
    const key = keyOf(wording.sentence);
    if (key === null) continue;
    const its = named.get(key) ?? {
      about: new Map(),
      proofs: new Map(),
      denials: new Map(),
      fits: new Map(),
    };
    named.set(key, its);
    for (const part of ['about', 'proofs', 'denials'] as const) addAll(its[part], wording[part]);
  }
  return { named, everywhere };
}

/** Contacts by intent, and those of them whose intent's form has the slot. */
function ofForm(about: ReadonlyMap<string, number>, form: ReadonlySet<string>) {
  let [own, all] = [0, 0];
  for (const [subject, n] of about) {
    const intent = intentOf(subject);
    if (intent === undefined) continue;
    all += n;
    if (form.has(intent)) own += n;
  }
  return { own, all };
}

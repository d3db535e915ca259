import { addressForm } from '../address-form.js';
import type { AskedKind } from '../asked-value.js';
import { longestAddress } from '../settings.js';

/** Everything between the words that lead up to it and those that follow; a long turn is a story, not an address. */
export const address: AskedKind = {
  id: 'address',
  mayRead: () => true,
  read({ text, words, language, region, fillers }) {
    const first = words.findIndex((word) => !fillers.has(word.text));
    const last = words.findLastIndex((word) => !fillers.has(word.text));
    const kept = first < 0 ? [] : words.slice(first, last + 1);
    const [from, to] = [kept[0], kept.at(-1)];
    if (!from || !to || kept.length < 2 || kept.length > longestAddress) return null;
    const hasNumber = kept.some((word) => /\d/.test(word.text));
    const isNamed = kept.filter((word) => /^\p{Lu}/u.test(text.slice(word.start))).length >= 2;
    if (!hasNumber && !isNamed) return null;
    if (/\?/.test(text) || kept.some((word) => talk.has(word.text))) return null;
    const said = kept.map((word) => word.text).join(' ');
    const form = addressForm(said, language, region) ?? language.canonical(said, { region });
    return { start: from.start, end: to.end, ...(form !== null && { form }) };
  },
};

/** Words of somebody who says something else. */
const talk = new Set(
  "i i'm i've i'd you your my we he she they it's don't can't cannot why what when how who because want need have has had was were will would could should not no please".split(
    ' ',
  ),
);

import { phoneForm } from '../../lib/phone.js';
import type { PersonalRule, PersonalValue, Scene } from '../personal-rule.js';

const run = /(?<![\p{L}\p{N}⟨])(?:\+|\(\+?)?\d(?:[\d\s().\-/]{4,40}\d)(?!\p{L}|\d)/gu;

export const phone: PersonalRule = {
  id: 'phone',
  needs: ({ digits }) => digits >= 7,
  hint: /\d(?:[\s().\-/]{0,3}\d){6}/,
  find: (scene) =>
    Array.from(scene.numbers().matchAll(run)).flatMap((match) =>
      phonesIn(match[0], match.index, scene.region),
    ),
};

/** The longest rows of blank-separated groups that are phone numbers: two numbers may stand side by side. */
function phonesIn(text: string, offset: number, region: Scene['region']): PersonalValue[] {
  const groups = Array.from(text.matchAll(/\S+/g), ({ 0: group, index }) => ({
    start: index,
    end: index + group.length,
  }));
  if (
    isLongerNumber(
      groups.map(({ start, end }) => text.slice(start, end)),
      region,
    )
  )
    return [];
  const found: PersonalValue[] = [];
  let i = 0;
  while (i < groups.length) {
    const first = groups[i];
    let last = groups.length - 1;
    while (last >= i && !isPhone(text.slice(first?.start, groups[last]?.end), region)) last -= 1;
    if (last >= i)
      found.push({
        kind: 'phone',
        start: offset + (first?.start ?? 0),
        end: offset + (groups[last]?.end ?? 0),
      });
    i = Math.max(i, last) + 1;
  }
  return found;
}

/** "35315 89675 70792" is one number of fifteen digits, although the first two groups could be a phone. */
function isLongerNumber(groups: readonly string[], region: string): boolean {
  const [first = ''] = groups;
  if (groups.length < 3 || !/^\d{4,}$/.test(first)) return false;
  const isEven = groups.every((group) => /^\d+$/.test(group) && group.length === first.length);
  return isEven && !isPhone(groups.join(' '), region);
}

function isPhone(text: string, region: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return digits >= 7 && digits <= 17 && phoneForm(text, region) !== null;
}

/** Classes of what the definition's slots do not explain. */
import { unknownTrust } from './settings.js';
import { asksOther, unseenWording, valueShape, type Wording } from './wordings.js';

/** A class for each shape of values: that dates answer a wording does not make it the definition's only date. */
export function unknownSlots(wordings: readonly Wording[]): Wording[] {
  const shapes = new Map<string, Map<string, number>>();
  for (const { answers } of wordings)
    for (const [form, n] of answers) {
      const shape = valueShape(form);
      if (shape === null) continue;
      const forms = shapes.get(shape) ?? new Map<string, number>();
      shapes.set(shape, forms.set(form, (forms.get(form) ?? 0) + n));
    }
  return [...shapes].map(([shape, forms]) => {
    const all = [...forms.values()].reduce((sum, n) => sum + n, 0);
    const answers = new Map([...forms].map(([form, n]) => [form, (unknownTrust * n) / all]));
    return { ...unseenWording(), label: `${asksOther}${shape}`, answers };
  });
}

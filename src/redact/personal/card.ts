import { isCardNumber } from '../../lib/luhn.js';
import { type PersonalRule, valuesOf } from '../personal-rule.js';

const candidate =
  /(?<![\p{L}\p{N}]|\d[ .-])[1-9]\d{3}(?:([ .-]?)\d{4}\1\d{4}(?:\1\d{1,4}){1,2}|([ .-])\d{6}\2\d{4,5}|\d{9,15})(?![\p{L}\p{N}])/gu;

/** A payment card: 13 to 19 digits with Luhn's check digit. */
export const card: PersonalRule = {
  id: 'card',
  needs: ({ digits }) => digits >= 13,
  hint: /\d(?:[ .-]?\d){12}/,
  find: (scene) => {
    const text = scene.numbers();
    return valuesOf('card', candidate, text).filter(({ start, end }) =>
      isCardNumber(text.slice(start, end).replace(/\D/g, '')),
    );
  },
};

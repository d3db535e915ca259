import type { Shape } from '../../language/spelled-search.js';
import type { AskedKind } from '../asked-value.js';
import { sign } from '../signals.js';

/** Letters as A, digits as 9, without blanks. */
const shapesOf: Record<string, string[]> = {
  GB: ['A9', 'A99', 'AA9', 'AA99', 'A9A', 'AA9A'].map((outward) => `${outward}9AA`),
  US: ['99999', '999999999'],
  CA: ['A9A9A9'],
  NL: ['9999AA'],
  AU: ['9999'],
  IN: ['999999'],
};
const elsewhere = ['99999', '9999', '999999'];

const outline = (characters: string) => characters.replace(/[a-z]/g, 'A').replace(/[0-9]/g, '9');

function shapeOf(shapes: readonly string[]): Shape {
  return {
    mayBegin: (characters) => shapes.some((shape) => shape.startsWith(outline(characters))),
    isWhole: (characters) => shapes.includes(outline(characters)),
    // Two letters taken for digits, say.
    mostDoubt: 4.5,
  };
}

/** Long enough to be told from other numbers where a bot serves another country than its config says. */
const foreign = shapeOf(
  Object.values(shapesOf)
    .flat()
    .filter((shape) => shape.length > 4),
);

/** The country's shape decides between "oh" and O, "for" and 4, "v" and five; then that of any other country. */
export const postcode: AskedKind = {
  id: 'postcode',
  mayRead: ({ signals }) => signals.digits > 0 || (signals.signs & sign.numberWord) !== 0,
  read({ words, language: { spelling }, region }) {
    const found =
      spelling.read(words, shapeOf(shapesOf[region] ?? elsewhere)) ?? spelling.read(words, foreign);
    return found && { start: found.start, end: found.end, form: found.characters };
  },
};

import { describe, expect, it } from 'vitest';
import { createAskReader } from '../../src/questions/asks.js';
import { itemsAt, listsIn } from '../../src/questions/list-items.js';
import { lexicon } from '../detect/support.js';

const reader = createAskReader([], lexicon);
const itemsOf = (text: string) => {
  const [sentence] = reader.sentences(text);
  if (!sentence) throw new Error(`no sentence: ${text}`);
  const { spoken } = listsIn(sentence, new Set(lexicon.determiners), new Set(lexicon.goingOn));
  return itemsAt(sentence, spoken).map(({ clause }) => clause.words.join(' '));
};

describe('the items of a spoken list', () => {
  it('begin with "the" and "your", where no sign parts them', () => {
    expect(itemsOf('i need the branch you mean your cell number')).toEqual([
      'i need',
      'the branch you mean',
      'your cell number',
    ]);
  });

  it('go on behind small words', () => {
    expect(itemsOf('what is the number on the card of your aunt')).toEqual([
      'what is the number on the card of your aunt',
    ]);
  });
});

/** Patches of Rasa 1's Markdown: lines of a list, and nothing else in the file. */
import { describe, expect, it } from 'vitest';
import { patch } from '../../../src/vendors/rasa/patch.js';
import { phrasesFor, withoutInsertion } from '../support/suggestions.js';

const nlu = `## intent:greet
- hey
- hello

<!-- the shop -->
## intent:order
* send it to [Rome](city)
* where is it

## synonym:Rome
- roma
`;
const files = (text: string) => [
  { path: 'data/nlu.md', text },
  { path: 'domain.yml', text: 'intents:\n- greet\n- order\n' },
  { path: 'data/stories.md', text: '## happy path\n* greet\n  - utter_greet\n' },
];
const put = (text: string, intent: string, ...phrases: string[]) =>
  patch.patch(
    [
      phrasesFor(
        intent,
        phrases.map((one) => ({ text: one })),
      ),
    ],
    files(text),
  );

describe("a patch of Rasa 1's Markdown", () => {
  it('puts phrases behind the last one of their list, with the sign that the list has', () => {
    const { files: changed, notes } = put(nlu, 'order', 'is my parcel lost', 'track it');
    expect(notes).toEqual([]);
    expect(changed).toEqual([
      {
        path: 'data/nlu.md',
        text: nlu.replace('* where is it\n', '* where is it\n* is my parcel lost\n* track it\n'),
      },
    ]);
  });

  it.each([
    ['line ends of Windows', nlu.replaceAll('\n', '\r\n')],
    ['no line end at the end', '## intent:order\n- where is it'],
    ['a heading without a list', '## intent:order\n\n## intent:greet\n- hey\n'],
  ])('keeps every other byte: %s', (_, text) => {
    const [changed] = put(text, 'order', 'track it').files;
    expect(withoutInsertion(text, changed?.text ?? '')).toBe(text);
    expect(changed?.text).toMatch(/^[-*] track it\r?$/m);
    // Twice is once.
    expect(put(changed?.text ?? '', 'order', 'track it').files).toEqual([]);
  });

  it('adds no phrase that another intent has', () => {
    const { files: changed, notes } = put(nlu, 'order', 'Hello');
    expect(changed).toEqual([]);
    expect(notes.join()).toMatch(/it is an example of greet/);
  });

  it('takes a phrase out with its line', () => {
    const moved = {
      ...phrasesFor('greet', [{ text: 'where is it' }], 'move_phrases'),
      fromIntent: 'order',
    };
    const text = nlu.replace('* where is it', '* where is it\n* and when\n* how long');
    const [changed] = patch.patch([moved], files(text)).files;
    expect(changed?.text).toBe(
      text.replace('* where is it\n', '').replace('- hello\n', '- hello\n- where is it\n'),
    );
  });

  it('makes a new intent a section at the end', () => {
    const fresh = phrasesFor(
      'cancel',
      [{ text: 'cancel it' }, { text: 'stop my order' }],
      'new_intent',
    );
    const { files: changed } = patch.patch([fresh], files(nlu));
    expect(changed.find(({ path }) => path === 'data/nlu.md')?.text).toBe(
      `${nlu.trimEnd()}\n\n## intent:cancel\n- cancel it\n- stop my order\n`,
    );
  });

  it('says of the JSON of Rasa NLU that it is read and not patched', () => {
    const { files: changed, notes } = patch.patch(
      [phrasesFor('order', [{ text: 'track it' }])],
      [{ path: 'domain.yml', text: 'intents:\n- order\n' }],
    );
    expect(changed).toEqual([]);
    expect(notes.join()).toMatch(/read, not patched: "rasa data convert nlu"/);
  });
});

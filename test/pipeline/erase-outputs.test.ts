import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eraseOutputs } from '../../src/pipeline/erase-outputs.js';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'handback-erase-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

const file = (path: string, text: string) => {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), text);
};
const tests = '2026-03-02/import/rasa/tests';

it.each([
  ['as they are', `${tests}/botium/a.utterances.txt`, 'a\npay for May\n'],
  [
    'with a value marked',
    `${tests}/test_handback.yml`,
    '  - user: |\n      pay for [May](month)\n',
  ],
  [
    'with a value marked at length',
    '2026-03-02/import/rasa/data/nlu.yml',
    '    - pay for [May]{"entity": "month"}\n',
  ],
])("a file goes that has the customer's words %s, and no other", (_, path, text) => {
  file(path, text);
  file(`${tests}/other.yml`, '  - user: |\n      pay for [June](month)\n');
  expect(eraseOutputs(out, [], ['pay for May'])).toEqual({ shortened: [], removed: [path] });
});

it("finds a customer's words where their quotes are escaped", () => {
  file(`${tests}/handback/e2e_test_cases.yml`, '  - user: "my \\"sim\\" is gone"\n');
  expect(eraseOutputs(out, [], ['my "sim" is gone']).removed).toHaveLength(1);
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleOf } from '../../src/vendors/recognise.js';
import { createFolder, type Folder } from '../ingest/reading.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const seen = async (name: string, content: string) => {
  const { objects, rows } = await sampleOf(folder.write(name, content));
  return { objects, rows };
};

describe('the beginning of a file', () => {
  it.each([
    ['{"a": 1}\n{"b": 2}\n'],
    ['Found 2 contacts\n{"a": 1}\n{"b": 2}\n'],
    ['Found 2 contacts, all\n\n[{\n  "a": 1\n}, {\n  "b": 2\n}]\n'],
    ['exported\n2026-01-01T00:00:00Z {"a": 1}\n2026-01-01T00:00:00Z {"b": 2}\n'],
  ])('has the objects of JSON, whatever stands above and before: %j', async (content) => {
    expect(await seen('a.log', content)).toEqual({ objects: [{ a: 1 }, { b: 2 }], rows: [] });
  });

  it('has the rows of a table, also where its cells hold JSON', async () => {
    const quoted = await seen('a.csv', 'id,data\n1,"{""a"": 1}"\n');
    expect(quoted).toEqual({
      objects: [],
      rows: [
        ['id', 'data'],
        ['1', '{"a": 1}'],
      ],
    });
    const bare = await seen('b.tsv', 'id\tdata\n1\t{"a": 1}\n');
    expect(bare.rows).toEqual([
      ['id', 'data'],
      ['1', '{"a": 1}'],
    ]);
  });

  it('has nothing where it is neither', async () => {
    expect(await seen('a.log', 'id,note\n1,x\n')).toEqual({ objects: [], rows: [] });
  });
});

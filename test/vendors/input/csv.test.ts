import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CsvPiece, csvRows } from '../../../src/vendors/input/csv.js';
import { openInput } from '../../../src/vendors/input/input.js';
import { createFolder, type Folder } from '../../ingest/reading.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

async function rowsOf(content: string): Promise<CsvPiece[]> {
  const rows: CsvPiece[] = [];
  for await (const row of csvRows(openInput(folder.write('table.csv', content)))) rows.push(row);
  return rows;
}
const cellsOf = async (content: string) =>
  (await rowsOf(content)).map((row) => ('cells' in row ? row.cells : row.fault));

describe('a table', () => {
  it.each([
    ['sep=;\r\nid;note\r\n1;a,b\r\n'],
    ['"sep=;"\nid;note\n1;a,b\n'],
    ['Notes of March, all\n\nid;note\n1;a,b\n2;c\n'],
  ])('begins below a delimiter that is told and below titles: %j', async (content) => {
    expect((await cellsOf(content)).slice(0, 2)).toEqual([
      ['id', 'note'],
      ['1', 'a,b'],
    ]);
  });

  it('of one column is none of titles, where a cell of it has a comma', async () => {
    const rows = await rowsOf('contact_id\nabc\ndef,g\n');
    expect(rows.slice(0, 2)).toEqual([
      { line: 1, cells: ['contact_id'] },
      { line: 2, cells: ['abc'] },
    ]);
    expect(await cellsOf('Report\nid,note\n1,"a, b\nc"\n')).toEqual([
      ['id', 'note'],
      ['1', 'a, b\nc'],
    ]);
  });

  it('has its delimiter told by most of its lines, not by the decimals of a few', async () => {
    expect(await cellsOf('id;score\n1;4.5\n2;3,25\n3;4,5\n')).toContainEqual(['2', '3,25']);
  });

  it.each([
    ['doubled', 'id,data\n1,"{""text"": ""it\'s \'x\'""}"\n', `{"text": "it's 'x'"}`],
    ['behind a backslash', 'id,data\n1,"{\\"text\\": \\"it\'s\\"}"\n', `{"text": "it's"}`],
    ['behind an apostrophe', `id,data\n1,"{'"text'": '"it''s'"}"\n`, `{"text": "it's"}`],
    [
      'behind an apostrophe, of one word before a delimiter',
      `id,note\n1,"she said '"no'", and left"\n`,
      'she said "no", and left',
    ],
    [
      'behind an apostrophe, within apostrophes',
      `id,note\n1,"she said '''"no'",'' and left"\n`,
      `she said '"no",' and left`,
    ],
    ['in a cell without quotes', 'id\tdata\n1\t{"text": "it\'s"}\n', `{"text": "it's"}`],
    ['after a blank', 'id,data\n1, "a, b"\n', 'a, b'],
    ['not escaped', 'id,data\n1,"she said "good" twice"\n', '"she said "good" twice"'],
    ['of inches', 'id,data\n1,5" wide\n', '5" wide'],
  ])('has quotes in its cells: %s', async (_, content, cell) => {
    expect(await cellsOf(content)).toContainEqual(['1', cell]);
  });

  it('has rows that do not fit set aside, and the others read', async () => {
    const rows = await rowsOf('id,note,score\n1,good, but slow,3\n2,fine,4,,\n');
    expect(rows.slice(1)).toEqual([
      { line: 2, fault: expect.stringMatching(/^4 cells under a header of 3: /) },
      { line: 3, cells: ['2', 'fine', '4', '', ''] },
    ]);
  });

  it('has no rows without a word, and each of the others at its line', async () => {
    const rows = await rowsOf('id,note\n\n,\n1,"two\nlines"\n,,\n2,b\n');
    expect(rows.map(({ line }) => line)).toEqual([1, 4, 7]);
  });

  it.each([
    ['a,b\r\n"x\r\ny",1\r\nz,2', [1, 2, 4]],
    ['a,b\n"x\ny",1\nz,2', [1, 2, 4]],
    ['a,b\n"x\r\n\r\ny",1\n"z\r\nz",2\nw,3', [1, 2, 5, 7]],
  ])('has each row at its line, whatever breaks its cells have: %j', async (content, lines) => {
    expect((await rowsOf(content)).map(({ line }) => line)).toEqual(lines);
  });

  it.each([
    ['once, before a blank', '1,"I said \'no\'" \n2,"it\'s, fine"\n', "it's, fine"],
    ['once, before a word', '1,"she said \'"no"\' twice"\n2,"fine, so far"\n', 'fine, so far'],
    ['once, behind a word', '1,"the boys\'" b\n2,"fine, so far"\n', 'fine, so far'],
    ['often', '1,"\'a\'" b\n3,"\'b\'" c\n2,"it\'s, fine"\n', "it's, fine"],
  ])('takes no apostrophe of a word for a sign: %s', async (_, rows, cell) => {
    expect(await cellsOf(`id,note\n${rows}`)).toContainEqual(['2', cell]);
  });

  it('keeps the zeros of an id that a spreadsheet was told to keep', async () => {
    expect(await cellsOf('id,note\n="00123",="a"\n"=""00124""",=1+2\n')).toEqual([
      ['id', 'note'],
      ['00123', 'a'],
      ['00124', '=1+2'],
    ]);
  });

  it.each([
    ['[{"id": 1, "note": "x"}]', 'JSON'],
    ['<html><table>', 'XML or HTML'],
  ])('is none where the file begins like %s', async (content, name) => {
    expect(await cellsOf(content)).toEqual([`no CSV: the file begins like ${name}`]);
    expect(await cellsOf('[id],note\n1,2\n')).toHaveLength(2);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOf, withRows } from '../../../src/vendors/phrases/table.js';

const file = (text: string) => ({ path: 'table.csv', text });
/** The table with `cells` below its row `at`. */
function added(text: string, at: number, cells: readonly string[], delimiter = ',') {
  const table = tableOf(file(text), delimiter);
  const after = table.rows.at(at);
  if (!after) throw new Error('no such row');
  return withRows(text, table, [{ after, cells }]);
}

describe('a row put into a table', () => {
  it.each([
    ['below a row in the middle', 'a,b\nc,d\n', 0, 'a,b\nx,y\nc,d\n'],
    ['at the end', 'a,b\n', -1, 'a,b\nx,y\n'],
    ['where the last row has no line end, and is to have none', 'a,b\nc,d', -1, 'a,b\nc,d\nx,y'],
    ['with the line ends of Windows', 'a,b\r\nc,d\r\n', 0, 'a,b\r\nx,y\r\nc,d\r\n'],
    ['with those of an old Mac', 'a,b\rc,d\r', 0, 'a,b\rx,y\rc,d\r'],
    ['where line ends are mixed', 'a,b\r\nc,d\ne,f\n', 1, 'a,b\r\nc,d\nx,y\r\ne,f\n'],
    ['behind a byte order mark', '\uFEFFa,b\n', 0, '\uFEFFa,b\nx,y\n'],
    ['above empty lines', 'a,b\n\n\nc,d\n\n', -1, 'a,b\n\n\nc,d\nx,y\n\n'],
    ['quoted as the row above it', '"a",b\n', 0, '"a",b\n"x",y\n'],
    ['behind letters of several bytes', 'ä€😀,b\nc,d\n', 0, 'ä€😀,b\nx,y\nc,d\n'],
    ['below a cell of two lines', '"a\nb",c\nd,e\n', 0, '"a\nb",c\n"x",y\nd,e\n'],
  ])('stands %s', (_, before, at, after) => {
    expect(added(before, at, ['x', 'y'])).toBe(after);
  });

  it('is quoted where it must be, for its own delimiter', () => {
    expect(added('a;b\n', 0, ['x, y', 'say "z"; now'], ';')).toBe('a;b\nx, y;"say ""z""; now"\n');
    expect(added('a,b\n', 0, [' x', 'y\nz'])).toBe('a,b\n" x","y\nz"\n');
  });

  it('keeps the order of several, below several rows', () => {
    const text = 'a\nb\n';
    const table = tableOf(file(text), ',');
    const [first, second] = table.rows;
    if (!first || !second) throw new Error('two rows');
    const rows = [
      { after: second, cells: ['3'] },
      { after: first, cells: ['1'] },
      { after: first, cells: ['2'] },
    ];
    expect(withRows(text, table, rows)).toBe('a\n1\n2\nb\n3\n');
  });

  it('says which file has a quote that is never closed', () => {
    expect(() => tableOf(file('a,"b\n'), ',')).toThrow('table.csv: no CSV (CSV_QUOTE_NOT_CLOSED)');
  });

  it('comes back as it went in, and changes no byte of the others, whatever they hold', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }).map((text) => text.toWellFormed()),
      fc.string({ unit: fc.constantFrom(...'ab",;\n\r \t') }),
    );
    const row = fc.tuple(
      fc.string({ unit: fc.constantFrom(...'ab') }).map((a) => `${a}.`),
      cell,
    );
    const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        row,
        fc.nat(),
        lineEnd,
        fc.boolean(),
        fc.constantFrom('', '\uFEFF'),
        (rows, fresh, place, end, isEnded, mark) => {
          const quoted = rows.map((cells) =>
            cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','),
          );
          const text = mark + quoted.join(end) + (isEnded ? end : '');
          const at = place % rows.length;
          const after = added(text, at, fresh);
          const read = tableOf(file(after), ',').rows.map(({ cells }) => cells);
          expect(read).toEqual(rows.toSpliced(at + 1, 0, fresh));
          const before = mark + quoted.slice(0, at + 1).join(end);
          expect(after.startsWith(before)).toBe(true);
          expect(after.endsWith(text.slice(before.length))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

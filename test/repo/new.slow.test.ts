/** `npm run new`: what it writes stands in the registry, and what is left to do is told by the compiler. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const script = join(root, 'test/support/new.mjs');

describe('npm run new', () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'handback-new-'));
    // With what the build knows already, so that the compiler looks at what is new alone.
    const parts = ['src', 'tsconfig.json', 'tsconfig.build.json', 'package.json'];
    for (const part of [...parts, 'dist/.tsbuildinfo']) {
      mkdirSync(join(copy, part, '..'), { recursive: true });
      cpSync(join(root, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  const make = (...words: string[]) =>
    spawnSync(process.execPath, [script, ...words, copy], { encoding: 'utf8' });
  const compile = () => {
    const tsc = join(root, 'node_modules/.bin/tsc');
    return spawnSync(tsc, ['-p', 'tsconfig.build.json', '--noEmit'], {
      cwd: copy,
      encoding: 'utf8',
    }).stdout;
  };

  it('writes a source and a training console that compile, and a detector and an advice of which the compiler says what is missing', () => {
    expect(make('source', 'acme-desk').status).toBe(0);
    const index = readFileSync(join(copy, 'src/vendors/index.ts'), 'utf8');
    expect(index).toContain("import { acmeDesk } from './acme-desk/vendor.js';");
    expect(index).toMatch(/ {2}acmeDesk,\n\];/);
    expect(make('training', 'acme-desk').status).toBe(0);
    expect(make('detector', 'late_reply').status).toBe(0);
    expect(make('advice', 'add_synonyms').status).toBe(0);
    const errors = compile()
      .split('\n')
      .filter((line) => line.includes('error TS'));
    const places = errors.map((line) => line.replace(/\(.*/, '')).sort();
    expect(places).toEqual([
      'src/detect/detectors/late_reply.ts',
      'src/suggest/advice/add_synonyms.ts',
    ]);
    for (const error of errors) expect(error).toContain('not assignable to type');
  });

  it('refuses another kind, an id unlike the others, and what is there already', () => {
    expect(make('widget', 'one').stderr).toContain('detector, advice, source');
    expect(make('detector', 'Late-Reply').stderr).toContain('no id such as the others');
    expect(make('detector', 'cold_open').stderr).toContain('cold_open.ts is there already');
    expect(make('detector', 'cold_open').status).toBe(2);
  });
});

/** `npm run new`: what it writes stands in the registry, and what is left to do is told by the compiler. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const script = join(root, 'test/support/new.mjs');

describe('npm run new', () => {
  let copy: string;
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'handback-new-'));
    for (const part of ['src', 'tsconfig.json', 'tsconfig.build.json', 'package.json']) {
      mkdirSync(join(copy, part, '..'), { recursive: true });
      cpSync(join(root, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  });
  afterEach(() => rmSync(copy, { recursive: true }));

  const make = (...words: string[]) =>
    spawnSync(process.execPath, [script, ...words, copy], { encoding: 'utf8' });
  const compile = () => {
    const tsc = join(root, 'node_modules/.bin/tsc');
    return spawnSync(tsc, ['-p', 'tsconfig.build.json', '--noEmit'], {
      cwd: copy,
      encoding: 'utf8',
    }).stdout;
  };

  it('writes a source that compiles as it is', () => {
    expect(make('source', 'acme-desk').status).toBe(0);
    const index = readFileSync(join(copy, 'src/vendors/index.ts'), 'utf8');
    expect(index).toContain("import { acmeDesk } from './acme-desk/vendor.js';");
    expect(index).toMatch(/ {2}acmeDesk,\n\];/);
    expect(compile()).toBe('');
  });

  it('writes a detector and an advice, of which the compiler says what is missing', () => {
    expect(make('detector', 'late_reply').status).toBe(0);
    expect(make('advice', 'add_synonyms').status).toBe(0);
    const told = compile();
    expect(told).toMatch(/late_reply\.ts.*not assignable to type/);
    expect(told).toMatch(/add_synonyms\.ts.*not assignable to type/);
  });

  it('refuses another kind, an id unlike the others, and what is there already', () => {
    expect(make('widget', 'one').stderr).toContain('detector, advice, source');
    expect(make('detector', 'Late-Reply').stderr).toContain('no id such as the others');
    expect(make('detector', 'cold_open').stderr).toContain('cold_open.ts is there already');
    expect(make('detector', 'cold_open').status).toBe(2);
  });
});

import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRubric } from '../../src/config/rubric.js';
import { UsageError } from '../../src/domain/errors.js';

const shipped = readFileSync(join(import.meta.dirname, '../../config/rubric.yaml'), 'utf8');

function project(rubric: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'handback-rubric-'));
  mkdirSync(join(folder, 'config'));
  writeFileSync(join(folder, 'config', 'rubric.yaml'), rubric);
  return folder;
}

describe('the rubric', () => {
  it('is the shipped one where a project has none of its own', () => {
    expect(readRubric('/nowhere')).toMatchObject({ parts: { bot: 1, handoff: 1, agent: 1 } });
  });

  it("is the project's own where there is one", () => {
    const own = project(shipped.replace('understood: 25', 'understood: 50'));
    expect(readRubric(own).criteria.understood).toBe(50);
  });

  it.each([
    [
      'an unknown criterion',
      shipped.replace('courtesy: 10', 'charm: 10'),
      /rubric\.yaml: criteria.*charm/,
    ],
    [
      'a missing criterion',
      shipped.replace('  courtesy: 10\n', ''),
      /rubric\.yaml: criteria\.courtesy/,
    ],
    ['a negative weight', shipped.replace('courtesy: 10', 'courtesy: -1'), /criteria\.courtesy/],
    [
      'no weight at all',
      shipped.replace(/^ {2}(bot|handoff|agent): 1$/gm, '  $1: 0'),
      /parts: .*above 0/,
    ],
    ['no YAML', 'criteria: [', /rubric\.yaml: /],
  ])('with %s is refused, with its place', (_, written, message) => {
    expect(() => readRubric(project(written))).toThrow(UsageError);
    expect(() => readRubric(project(written))).toThrow(message);
  });
});

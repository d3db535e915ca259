import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readRubric } from '../../src/config/rubric.js';
import { UsageError } from '../../src/domain/errors.js';

const shipped = readFileSync(join(import.meta.dirname, '../../config/rubric.yaml'), 'utf8');

function project(rubric: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'handback-rubric-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
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

  it('is the one that the config names, and none other in its place', () => {
    const own = project(shipped);
    const named = shipped.replace('understood: 25', 'understood: 75');
    writeFileSync(join(own, 'ours.yaml'), named);
    expect(readRubric(own, 'ours.yaml').criteria.understood).toBe(75);
    expect(readRubric('/nowhere', join(own, 'ours.yaml')).criteria.understood).toBe(75);
    expect(() => readRubric(own, 'theirs.yaml')).toThrow(/rubric: there is no .*theirs\.yaml/);
  });

  it('says what is wrong and what to write instead', () => {
    const messages = (written: string) => {
      try {
        readRubric(project(written));
      } catch (error) {
        return String(error);
      }
      return '';
    };
    expect(messages(shipped.replace('  courtesy: 10\n', ''))).toContain(
      'criteria.courtesy: is missing; expected a weight, for example 10',
    );
    expect(messages(shipped.replace('courtesy: 10', 'courtesy: much'))).toContain(
      'criteria.courtesy: expected a weight, for example 10',
    );
    expect(messages(shipped.replace('courtesy: 10', 'courtesy: -1'))).toContain('0 leaves it out');
    expect(messages(shipped.replace('  repeats: 3', '  repeats: 0'))).toContain(
      'worst.repeats: expected a number above 0',
    );
    expect(messages('')).toContain('the file: ');
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

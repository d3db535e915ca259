import { describe, expect, it } from 'vitest';
import { createJoints } from '../../src/suggest/joints.js';

const texts = [
  'about the loan, i tried it twice',
  'the loan i applied for',
  'the loan i applied for',
  'pay my loan',
  'i want to pay it',
  'i want to see it',
];
const joints = createJoints(
  texts.map((text) => text.split(',').map((part) => part.trim().split(' '))),
);
const at = (text: string) => {
  const [before = '', after = ''] = text.split(' | ').map((part) => part.split(' '));
  return [[...before, ...after], before.length] as const;
};

describe('between two words', () => {
  it.each([
    ['the loan | i tried again', true],
    ['the loan | i applied for', false],
    ['i want | to pay', false],
  ])('others put a sign: %s', (text, expected) => {
    expect(joints.isParted(...at(text))).toBe(expected);
  });

  it.each([
    ['pay my loan | i want', true],
    ['a strike | hotel costs', false],
    ['i want | to pay', false],
  ])('something may end: %s', (text, expected) => {
    expect(joints.mayPart(...at(text))).toBe(expected);
  });

  it.each([
    ['a strike | hotel costs', true],
    ['i want | to pay', false],
  ])('hardly anybody goes on: %s', (text, expected) => {
    expect(joints.isRare(...at(text))).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { createSentiment } from '../../../src/language/en/sentiment.js';

const sentiment = createSentiment({
  anger: ['fed up', 'sick of', 'waste of time', 'for the third time'],
  negations: ['no', 'not', 'never'],
});

describe('sentiment', () => {
  it.each([
    'I am fed up with this',
    'this is ridiculous and terrible',
    'what a waste of time!!',
    'useless, absolutely awful service',
  ])('hears anger in "%s"', (text) => {
    expect(sentiment(text)).toBeLessThan(-0.4);
  });

  it.each([
    'my card was stolen',
    'I want to cancel my order, the payment failed',
    'I have a problem with my debt',
    'no thanks',
    'what is my balance',
    '',
  ])('hears none in "%s"', (text) => {
    expect(Math.abs(sentiment(text))).toBeLessThan(0.4);
  });

  it('hears delight, and its negation', () => {
    expect(sentiment('this is great, I am happy')).toBeGreaterThan(0.4);
    expect(sentiment('I am not happy')).toBeLessThan(0);
    expect(sentiment("this isn't terrible")).toBeGreaterThan(sentiment('this is terrible'));
  });

  it('hears shouting', () => {
    expect(sentiment('THIS IS TERRIBLE SERVICE')).toBeLessThan(
      sentiment('this is terrible service'),
    );
    expect(sentiment('where is it?!!')).toBeLessThan(sentiment('where is it?'));
  });

  it('stays between -1 and 1', () => {
    expect(sentiment('terrible awful '.repeat(500))).toBeGreaterThanOrEqual(-1);
    expect(sentiment('wonderful '.repeat(500))).toBeLessThanOrEqual(1);
  });

  it('does not judge redaction tokens', () => {
    expect(sentiment('it is ⟨name:bad000⟩')).toBe(sentiment('it is'));
  });
});

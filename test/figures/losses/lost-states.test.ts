import { describe, expect, it } from 'vitest';
import { lostStates } from '../../../src/figures/losses/lost-states.js';
import { flow, times } from './support.js';

describe('states at which customers are lost', () => {
  it('counts where the bot stood when the customer was lost', () => {
    const flows = [
      ...times(6, () => flow('greet +a iban +b', true)),
      ...times(4, () => flow('greet +a iban +b done', false)),
      ...times(10, () => flow('greet +a done', false)),
    ];
    expect(lostStates(flows)).toEqual([
      {
        state: 'iban',
        visits: 10,
        sessions: 10,
        lost: 6,
        share: 0.6,
        interval: [expect.closeTo(0.313, 3), expect.closeTo(0.832, 3)],
        excess: expect.closeTo(6 - (6 / 44) * 10, 6),
        lostOnReturn: 0,
      },
    ]);
  });

  it('counts every visit, and those that were lost on coming back', () => {
    const flows = [
      ...times(3, () => flow('date +a date +b date', true)),
      ...times(7, () => flow('date +a end', false)),
    ];
    expect(lostStates(flows)[0]).toMatchObject({
      visits: 16,
      sessions: 10,
      lost: 3,
      lostOnReturn: 3,
    });
  });

  it('takes what is said to those who are lost already for a farewell, and what stands before it for the place', () => {
    const flows = [
      ...times(20, () => flow('iban +a transfer', true)),
      ...times(20, () => flow('iban +a done', false)),
    ];
    expect(lostStates(flows).map(({ state, lost }) => [state, lost])).toEqual([['iban', 20]]);
  });

  it('takes nothing for a farewell from which some went on', () => {
    const flows = [
      ...times(8, () => flow('greet transfer', true)),
      ...times(2, () => flow('greet transfer done', false)),
    ];
    expect(lostStates(flows).map(({ state }) => state)).toContain('transfer');
  });

  it('puts what loses more than others first, however often others are visited', () => {
    const flows = [
      ...times(10, () => flow('menu price', true)),
      ...times(5, () => flow('menu price end', false)),
      ...times(12, () => flow('menu', true)),
      ...times(200, () => flow('menu end', false)),
    ];
    expect(lostStates(flows).map(({ state }) => state)).toEqual(['price', 'menu']);
  });

  it('finds none where nobody is lost, and none in nothing', () => {
    expect(lostStates([flow('a b', false)])).toEqual([]);
    expect(lostStates([])).toEqual([]);
  });
});

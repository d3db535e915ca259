import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitWordings } from '../../src/questions/fit-wordings.js';
import {
  asksNothing,
  asksOther,
  type Wording,
  type WordingModel,
} from '../../src/questions/wordings.js';

const classes = [asksNothing, asksOther, 'country', 'phone'];

const wording = (words: string, answers: string[], more: Partial<Wording> = {}): Wording => ({
  words: words.split(' '),
  times: 20,
  answers: new Map(answers.map((form) => [form, 10])),
  given: new Map(),
  about: new Map(),
  proofs: new Map(),
  denials: new Map(),
  called: new Set(),
  beside: new Map(),
  prior: new Map([[asksNothing, 0.03]]),
  ...more,
});
const verbatimRates = new Map([
  ['phone', 0.9],
  ['country', 0.9],
]);
const noForms = new Map<string, Set<string>>();
const contrasts = [{ names: ['other'], said: ['other', 'their'] }];
const anchors = Array.from({ length: 40 }, (_, i) =>
  i % 2 === 0
    ? wording('', ['spain', 'france'], { label: 'country', words: [] })
    : wording('', ['⟨phone'], { label: 'phone', words: [] }),
);
const best = (model: WordingModel, one: Wording) => {
  const shares = [...model.posteriorOf(one)];
  return model.classes[shares.indexOf(Math.max(...shares))];
};

describe('wordings', () => {
  const abroad = wording('where are you off to', ['spain', 'france']);
  const line = wording('which line is it', ['⟨phone']);
  const mood = wording('how was the journey', ['lovely', 'tiring']);
  const model = fitWordings(
    [abroad, line, mood, ...anchors],
    classes,
    verbatimRates,
    noForms,
    contrasts,
  );

  it('are told by the answers that they get', () => {
    expect(best(model, abroad)).toBe('country');
    expect(best(model, line)).toBe('phone');
  });

  it('ask for no slot where a yes or no answers them, though the words are near, unless the bot is answered so, too', () => {
    const near = new Map([
      [asksNothing, 0.03],
      ['country', 0.8],
    ]);
    const settled = wording('is it settled which country', ['~yesno'], { prior: near });
    const open = wording('is it settled which country', ['spain'], { prior: near });
    const yesNoAnchors = anchors.map((one) =>
      one.label === 'country' ? { ...one, answers: new Map([['~yesno', 10]]) } : one,
    );
    const share = (one: Wording, bot: readonly Wording[]) =>
      fitWordings([one, line, ...bot], classes, verbatimRates, noForms, contrasts).posteriorOf(one)[
        classes.indexOf('country')
      ] ?? 0;
    expect(share(settled, anchors)).toBeLessThan(0.1);
    expect(share(open, anchors)).toBeGreaterThan(0.9);
    expect(share(settled, yesNoAnchors)).toBeGreaterThan(0.5);
    const begun = model.wordingOf(near, ['is', 'it', 'settled', 'which', 'country']);
    const told = (answer: string[]) =>
      model.posterior(begun, { answer, about: [], proof: [], denied: [] })[
        classes.indexOf('country')
      ] ?? 0;
    expect(told(['~yesno'])).toBeLessThan(0.1);
    expect(told(['~yesno', 'spain'])).toBeGreaterThan(0.5);
  });

  it('name no slot by half of its name and get a yes or no, where others say all of it', () => {
    const names = (share: number) =>
      new Map([
        [asksNothing, 0.02],
        ['last sync', share],
      ]);
    const since = 'have you added anyone new since the last run';
    const run = wording(since, ['~yesno'], { times: 70, prior: names(0.6) });
    const sync = (called: string[]) =>
      wording('the date of the last sync', ['#date'], {
        times: 5,
        prior: names(0.36),
        called: new Set(called),
      });
    const shareOfRun = (called: string[]) => {
      const all = [run, sync(called), line, ...anchors];
      const known = [...classes, 'last sync'];
      const fitted = fitWordings(all, known, verbatimRates, noForms, contrasts);
      expect(best(fitted, sync(called))).toBe('last sync');
      return fitted.posteriorOf(run)[known.indexOf('last sync')] ?? 0;
    };
    expect(shareOfRun(['last sync'])).toBeLessThan(0.1);
    // Where nobody says more than half of it, half is what there is.
    expect(shareOfRun([])).toBeGreaterThan(0.9);
  });

  it('lend their words to wordings that were never answered', () => {
    const prior = new Map([[asksNothing, 0.03]]);
    const begun = model.wordingOf(prior, ['so', 'where', 'are', 'you', 'off', 'to', 'then']);
    const shares = model.posterior(begun, { answer: [], about: [], proof: [], denied: [] });
    const country = shares[classes.indexOf('country')] ?? 0;
    expect(country).toBeGreaterThan(shares[classes.indexOf('phone')] ?? 1);
  });

  it('are no question for a slot of which another value was held than is answered', () => {
    const begun = model.wordingOf(new Map(), ['what', 'is', 'it']);
    const phone = (denied: string[]) =>
      model.posterior(begun, { answer: ['⟨phone'], about: [], proof: [], denied })[
        classes.indexOf('phone')
      ] ?? 0;
    expect(phone(['phone'])).toBeLessThan(phone([]));
  });

  it('lean to the slots of the form that the contact is about', () => {
    const forms = new Map([
      ['country', new Set(['travel'])],
      ['phone', new Set(['call_back'])],
    ]);
    const informed = fitWordings(
      [abroad, line, mood, ...anchors],
      classes,
      verbatimRates,
      forms,
      contrasts,
    );
    const begun = informed.wordingOf(new Map(), ['and', 'that']);
    const country = (about: string[]) =>
      informed.posterior(begun, { answer: [], about, proof: [], denied: [] })[
        classes.indexOf('country')
      ] ?? 0;
    expect(country(['intent travel'])).toBeGreaterThan(country(['intent call_back']));
  });

  it('ask for a slot wherever agents ask for it, and not only where the bot does', () => {
    const ofTravel = anchors.map((one) => ({ ...one, about: new Map([['intent travel', 20]]) }));
    const learned = fitWordings(
      [abroad, line, mood, ...ofTravel],
      classes,
      verbatimRates,
      noForms,
      contrasts,
    );
    const begun = (by: WordingModel) =>
      by.wordingOf(new Map(), ['where', 'are', 'you', 'off', 'to']);
    const seen = { answer: ['spain'], about: ['intent call_back'], proof: [], denied: [] };
    const country = (by: WordingModel) => by.posterior(begun(by), seen)[classes.indexOf('country')];
    expect(country(learned)).toBe(country(model));
  });

  it("are read by what agents' questions are about, not by what the bot's own are", () => {
    const travel = new Map([['intent travel', 20]]);
    const callBack = new Map([['intent call_back', 20]]);
    const ofBot = anchors.map((one) => ({
      ...one,
      about: one.label === 'country' ? travel : callBack,
    }));
    const lean = (agents: Wording) => {
      const learned = fitWordings(
        [agents, { ...line, about: callBack }, mood, ...ofBot],
        classes,
        verbatimRates,
        noForms,
        contrasts,
      );
      const begun = learned.wordingOf(new Map(), ['and', 'that']);
      const country = (about: string[]) =>
        learned.posterior(begun, { answer: [], about, proof: [], denied: [] })[
          classes.indexOf('country')
        ] ?? 0;
      return country(['intent travel']) - country([]);
    };
    expect(lean(abroad)).toBe(0);
    expect(lean({ ...abroad, about: travel })).toBeGreaterThan(0.01);
  });

  it('mean a slot with a mark only where they say it, or in its own form', () => {
    const known = [asksNothing, asksOther, 'plate', 'phone', 'other_plate'];
    const plain = new Map([['plate', new Set(['tow'])]]);
    const learned = fitWordings([line, ...anchors], known, verbatimRates, plain, contrasts);
    const prior = new Map([
      ['plate', 0.4],
      ['other_plate', 0.4],
    ]);
    const share = (words: string[], learnedBy = learned, about: string[] = []) =>
      learnedBy.posterior(learnedBy.wordingOf(prior, words), {
        answer: [],
        about,
        proof: [],
        denied: [],
      })[known.indexOf('other_plate')] ?? 0;
    expect(share(['the', 'plate'])).toBeLessThan(0.2);
    expect(share(['their', 'plate'])).toBeGreaterThan(0.4);
    const forms = new Map([...plain, ['other_plate', new Set(['crash'])]]);
    const formed = fitWordings([line, ...anchors], known, verbatimRates, forms, contrasts);
    expect(share(['the', 'plate'], formed, ['intent crash'])).toBeGreaterThan(0.4);
  });

  it('belong to no slot when their answers are like no slot', () => {
    expect([asksOther, asksNothing]).toContain(best(model, mood));
  });

  it('do not teach a slot whose name they do not say that it is answered as they are', () => {
    const named = wording('how thick is it', ['d4'], { prior: new Map([['thickness', 0.6]]) });
    const aside = ['is that new or used', 'is it just a question', 'was it you or them'].map(
      (text) => wording(text, ['first', 'both', 'sure']),
    );
    const known = [asksNothing, asksOther, 'country', 'phone', 'thickness'];
    const learned = fitWordings(
      [named, ...aside, ...anchors],
      known,
      verbatimRates,
      noForms,
      contrasts,
    );
    expect(best(learned, named)).toBe('thickness');
    for (const one of aside) expect(best(learned, one)).not.toBe('thickness');
  });

  it('keep their prior where nothing was learned', () => {
    const prior = new Map([
      [asksNothing, 0.1],
      ['phone', 0.8],
    ]);
    const shares = fitWordings([], classes, verbatimRates, noForms, contrasts).posterior(
      fitWordings([], classes, verbatimRates, noForms, contrasts).wordingOf(prior, ['unheard']),
      { answer: ['unseen'], about: ['intent roaming'], proof: [], denied: [] },
    );
    expect(shares[classes.indexOf('phone')]).toBeGreaterThan(0.75);
  });

  it('are given shares that add up to one', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('where', 'line', 'spain', 'x')), (words) => {
        const begun = model.wordingOf(new Map(), words);
        const shares = model.posterior(begun, {
          answer: words,
          about: words,
          proof: ['phone'],
          denied: [],
        });
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
      }),
    );
  });
});

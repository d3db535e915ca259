import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/lib/calendar.js';
import { ratesBefore, type VerifyInput, verify } from '../../src/verify/verify.js';
import { cause, daysFrom, monday, scatter } from './days.js';

const release = addDays(monday, 35);
const others = Array.from({ length: 8 }, (_, i) =>
  cause(`other-${i}`, daysFrom(monday, 120, scatter(30 + 4 * i, i + 1), 400)),
);

/** Thirty findings a day of 400 sessions up to the release, then `effect` times as many. */
function follow(effect: number, nights: number, more: Partial<VerifyInput> = {}) {
  const days = daysFrom(monday, 36 + nights, (i) => scatter(i < 36 ? 30 : 30 * effect)(i), 400);
  const own = cause('own', days);
  return verify({
    cause: own,
    controls: others,
    usual: ratesBefore([own, ...others], release),
    release,
    night: addDays(release, nights),
    ...more,
  });
}

/** Every night after the release, a decision being handed on. */
function nights(effect: number, length: number) {
  let earlier: ReturnType<typeof verify> | undefined;
  return Array.from({ length }, (_, i) => {
    earlier = follow(effect, i + 1, { earlier });
    return earlier;
  });
}

describe('verify', () => {
  it('verifies a rate that fell to a third, within the days that it announced', () => {
    const all = nights(1 / 3, 40);
    const decided = all.findIndex(({ verdict }) => verdict !== 'too_early');
    const { verdict, change, days } = all[decided] ?? follow(1, 1);
    expect(verdict).toBe('verified');
    expect(decided + 1).toBeLessThanOrEqual(days.announced ?? 0);
    expect(change?.interval[1]).toBeLessThan(0);
    expect(change?.interval[0]).toBeLessThan(-2 / 3);
  });

  it('never verifies a rate that stayed, and says so in the end', () => {
    const all = nights(1, 80);
    expect(all.map(({ verdict }) => verdict)).not.toContain('verified');
    expect(all.at(-1)?.verdict).toBe('no_effect');
  });

  it('calls a doubled rate regressed', () => {
    expect(nights(2, 40).at(-1)?.verdict).toBe('regressed');
  });

  it('waits where a rate surely did not fall but may have risen', () => {
    const rare = (effect: number, night: number) => {
      const own = cause(
        'own',
        daysFrom(monday, 100, (i) => scatter(i < 36 ? 4 : 4 * effect, 3)(i), 40),
      );
      const usual = ratesBefore([own, ...others], release);
      return verify({
        cause: own,
        controls: others,
        usual,
        release,
        night: addDays(release, night),
      });
    };
    const risen = Array.from({ length: 60 }, (_, i) => rare(2, i + 7));
    const noFall = risen.filter(({ change }) => (change?.interval[0] ?? -1) > -0.2);
    expect(noFall.map(({ verdict }) => verdict)).toContain('too_early');
    expect(risen.map(({ verdict }) => verdict)).not.toContain('no_effect');
    expect(risen.at(-1)?.verdict).toBe('regressed');
    expect(rare(1, 84).verdict).toBe('no_effect');
  });

  it('is too early in the first week, whatever was seen, and counts the days down', () => {
    const [first, second] = [follow(0, 3), follow(0, 4)];
    expect(first).toMatchObject({ verdict: 'too_early', change: null });
    expect(first.daysLeft).toBe((first.days.announced ?? 0) - 3);
    expect(second.daysLeft).toBe((first.daysLeft ?? 0) - 1);
    expect(first.note).toMatch(/^Too early: \d+ more days until a halved rate would show\.$/);
  });

  it('does not take a fall of everything for a repair', () => {
    const fallen = others.map((one) => ({
      ...one,
      days: one.days.map((day) =>
        day.day > release ? { ...day, events: Math.round(day.events / 3) } : day,
      ),
    }));
    const with30 = follow(1 / 3, 40, { controls: fallen });
    expect(with30.verdict).not.toBe('verified');
    expect(follow(1 / 3, 40).verdict).toBe('verified');
  });

  it('does not take the change of one large control for one of its own', () => {
    const large = (effect: number) =>
      cause(
        'large',
        daysFrom(monday, 120, (i) => scatter(i < 36 ? 500 : 500 * effect)(i), 400),
      );
    const verdictsBeside = (own: number, effect: number) =>
      [20, 40, 60, 80].map(
        (night) => follow(own, night, { controls: [...others, large(effect)] }).verdict,
      );
    for (const effect of [0.5, 2]) {
      const said = verdictsBeside(1, effect);
      expect(said).not.toContain('verified');
      expect(said).not.toContain('regressed');
    }
    expect(verdictsBeside(1 / 3, 1)).toContain('verified');
  });

  it('takes off from a bad month what was chance: the change is smaller than the plain one', () => {
    const own = cause(
      'own',
      daysFrom(monday, 71, (i) => (i < 36 ? 6 : 3), 60),
    );
    const alike = Array.from({ length: 12 }, (_, i) =>
      cause(`alike-${i}`, daysFrom(monday, 71, scatter(3, i), 60)),
    );
    const input = { cause: own, controls: alike, release, night: addDays(release, 35) };
    const corrected = verify({ ...input, usual: ratesBefore([own, ...alike], release) });
    const plain = verify({ ...input, usual: ratesBefore([], release) });
    expect(plain.change?.value).toBeCloseTo(-0.5, 1);
    expect(corrected.change?.value).toBeGreaterThan((plain.change?.value ?? 0) + 0.1);
  });

  it('holds a decision, and moves its counts until the announced day only', () => {
    const all = nights(1 / 3, 60);
    const decided = all.find(({ verdict }) => verdict === 'verified');
    const last = all.at(-1);
    expect(last?.decided).toBe(decided?.night);
    expect(last?.daysLeft).toBe(0);
    expect(last?.days.after).toBe(last?.days.announced);
  });

  it('forgets the decision of another release', () => {
    const earlier = { ...follow(1 / 3, 40), release: addDays(release, -90) };
    expect(earlier.verdict).toBe('verified');
    expect(follow(1, 8, { earlier }).verdict).toBe('no_effect');
  });

  it('announces nothing for what is too rare, and for what is known for less than a week', () => {
    const rare = cause(
      'rare',
      daysFrom(monday, 60, (i) => Number(i % 10 === 0), 400),
    );
    const input = { controls: others, usual: ratesBefore([rare, ...others], release), release };
    const seldom = verify({ ...input, cause: rare, night: addDays(release, 20) });
    expect(seldom.days.announced).toBeNull();
    expect(seldom.daysLeft).toBeNull();
    expect(seldom.note).toContain('too rare to show even a large fall within twelve weeks');
    const young = cause('young', daysFrom(addDays(release, -4), 30, scatter(30), 400));
    const short = verify({ ...input, cause: young, night: addDays(release, 20) });
    expect(short).toMatchObject({ verdict: 'too_early', days: { before: 4, announced: null } });
    expect(short.note).toContain('only 4 days before the release are known');
  });

  it('says so where nothing unchanged is left to compare with', () => {
    const alone = follow(1 / 3, 40, { controls: [] });
    expect(alone.controls).toBe(0);
    expect(alone.note).toContain('nothing unchanged to compare it with');
  });
});

import { describe, expect, it } from 'vitest';
import { wordingsOf } from '../../src/simulate/desk/asking.js';
import { readManners, readWorld, worldIds } from '../../src/simulate/read-world.js';
import { slotsOf } from '../../src/simulate/template.js';
import { trainingPhrases } from '../../src/simulate/training.js';
import { trainUnderstanding } from '../../src/simulate/understanding.js';

describe.each(worldIds.map(readWorld))('the world $id', (world) => {
  const manners = [...readManners(world).agents.values()];
  const names = new Set(world.slots.map(({ name }) => name));
  const wants = [...world.intents, ...world.uncovered];

  it('has 12 to 18 intents with 12 to 40 training phrases each', () => {
    const phrases = trainingPhrases(world);
    expect(phrases.size).toBeGreaterThanOrEqual(12);
    expect(phrases.size).toBeLessThanOrEqual(18);
    for (const [intent, list] of phrases) {
      expect(list.length, intent).toBeGreaterThanOrEqual(12);
      expect(list.length, intent).toBeLessThanOrEqual(40);
      expect(new Set(list.map(({ text }) => text)).size, intent).toBe(list.length);
    }
  });

  it('never has the same training phrase under two intents', () => {
    const texts = [...trainingPhrases(world).values()].flat().map(({ text }) => text.toLowerCase());
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
  });

  it('names only slots that exist', () => {
    for (const want of wants)
      for (const slot of [...want.needs, ...want.said.flatMap(slotsOf)])
        expect(names, `${want.name} ${slot}`).toContain(slot);
    for (const intent of world.intents)
      for (const slot of [...intent.requires, ...intent.train.flatMap(slotsOf)])
        expect(names, `${intent.name} ${slot}`).toContain(slot);
  });

  it('asks for each slot in at least eight wordings, none of them the prompt', () => {
    for (const slot of world.slots) {
      const wordings = new Set(wordingsOf(slot, manners).map((text) => text.toLowerCase()));
      expect(wordings.size, slot.name).toBeGreaterThanOrEqual(8);
      expect(wordings.has(slot.prompt.toLowerCase()), slot.name).toBe(false);
    }
  });

  it('forgets slots in some definitions and shares codes between intents', () => {
    const forgotten = world.intents.filter((it) => it.needs.some((s) => !it.requires.includes(s)));
    expect(forgotten.length).toBeGreaterThanOrEqual(4);
    expect(new Set(world.intents.map(({ code }) => code)).size).toBeLessThan(world.intents.length);
  });

  it('has a bot that knows its own phrases, and not customers of whom it never heard', () => {
    const understand = trainUnderstanding(world);
    let right = 0;
    let total = 0;
    for (const [intent, phrases] of trainingPhrases(world))
      for (const { text } of phrases) {
        total++;
        if (understand(text)[0]?.name === intent) right++;
      }
    expect(right / total).toBeGreaterThan(0.85);
    const odd = understand('zxqv brrrt')[0];
    expect(odd?.confidence).toBeLessThan(world.threshold);
  });
});

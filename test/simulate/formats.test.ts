import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { connectContact, lensFile } from '../../src/simulate/formats/connect.js';
import { rasaBroker, rasaTracker } from '../../src/simulate/formats/rasa.js';
import { rasaTraining } from '../../src/simulate/formats/rasa-training.js';
import { surveyLine } from '../../src/simulate/formats/surveys.js';
import { readManners, readWorld, worldIds } from '../../src/simulate/read-world.js';
import { simulate } from '../../src/simulate/simulate.js';
import { trainingPhrases } from '../../src/simulate/training.js';

const all = simulate({ world: 'telco', journeys: 120, seed: 5, from: '2026-09-07', days: 5 });
const objects = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('Rasa events', () => {
  it('come back as the same sessions, in both containers', () => {
    const trackers = objects(all.sessions.map(rasaTracker).join(''));
    expect(trackers.map(({ sender_id }) => sender_id)).toEqual(
      all.sessions.map((s) => s.session_id),
    );
    const broker = objects(all.sessions.map(rasaBroker).join(''));
    const started = broker.filter(({ event }) => event === 'session_started');
    expect(started).toHaveLength(all.sessions.length);
    expect(new Set(broker.map(({ sender_id }) => sender_id)).size).toBe(all.sessions.length);
  });

  it('keep every message in order, and hide the guess behind nlu_fallback as Rasa does', () => {
    for (const session of all.sessions) {
      const { events } = JSON.parse(rasaTracker(session));
      const times: number[] = events.map((event: { timestamp: number }) => event.timestamp);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      const texts = events
        .filter(({ event }: { event: string }) => event === 'user' || event === 'bot')
        .map(({ text }: { text: string }) => text);
      expect(texts).toEqual(session.turns.map(({ text }) => text));
    }
    const fell = all.sessions.find(({ turns }) =>
      turns.some(({ action }) => action === 'action_default_fallback'),
    );
    const { events } = fell ? JSON.parse(rasaTracker(fell)) : { events: [] };
    const [user] = events.filter(
      (event: { parse_data?: { intent: { name: string } } }) =>
        event.parse_data?.intent.name === 'nlu_fallback',
    );
    expect(user.parse_data.intent_ranking[0]).toEqual({ name: 'nlu_fallback', confidence: 1 });
    expect(user.parse_data.intent_ranking[1].confidence).toBeLessThan(readWorld('telco').threshold);
  });
});

describe('Amazon Connect', () => {
  it('comes back as the same contacts, transfers in their chain', () => {
    const contacts = objects(all.contacts.map(connectContact).join(''));
    expect(contacts.map(({ ContactId }) => ContactId)).toEqual(
      all.contacts.map((c) => c.contact_id),
    );
    const ids = new Set(contacts.map(({ ContactId }) => ContactId));
    const transfers = contacts.filter(({ InitiationMethod }) => InitiationMethod === 'TRANSFER');
    expect(transfers.length).toBeGreaterThan(0);
    for (const { InitialContactId } of transfers) expect(ids).toContain(InitialContactId);
  });

  it('names the contact in each transcript’s file and keeps every turn', () => {
    for (const contact of all.contacts) {
      const { name, text } = lensFile(contact);
      const lens = JSON.parse(text);
      expect(name.startsWith(contact.contact_id)).toBe(true);
      expect(lens.Channel).toBe(contact.channel === 'voice' ? 'VOICE' : 'CHAT');
      expect(lens.Transcript.map(({ Content }: { Content: string }) => Content)).toEqual(
        contact.turns?.map((turn) => turn.text),
      );
    }
  });
});

describe.each(worldIds.map(readWorld))('the training data of the $id', (world) => {
  const files = rasaTraining(world, readManners(world).bot);
  const domain = parse(files['domain.yml'] ?? '');
  const nlu = parse(files['nlu.yml'] ?? '');

  it('is YAML with comments in it, and every phrase comes back', () => {
    for (const text of Object.values(files)) expect(text).toMatch(/^# /);
    const intents = nlu.nlu.filter((item: { intent?: string }) => item.intent);
    const phrases = [...trainingPhrases(world).values()];
    expect(
      intents.map(({ examples }: { examples: string }) => examples.trim().split('\n').length),
    ).toEqual(phrases.map((list) => list.length));
  });

  it('agrees with itself: intents, slots, forms and entities', () => {
    const named = nlu.nlu.flatMap((item: { intent?: string }) => item.intent ?? []);
    expect(named).toEqual(domain.intents);
    const slots = Object.keys(domain.slots);
    for (const form of Object.values<{ required_slots: string[] }>(domain.forms))
      for (const slot of form.required_slots) expect(slots).toContain(slot);
    const entities = [...(files['nlu.yml'] ?? '').matchAll(/\]\((\w+)\)/g)].map(
      (match) => match[1],
    );
    expect(entities.length).toBeGreaterThan(0);
    for (const entity of entities) expect(domain.entities).toContain(entity);
    for (const slot of slots) expect(domain.responses[`utter_ask_${slot}`]).toBeDefined();
  });
});

describe('the survey file', () => {
  it('quotes what would break a line', () => {
    const line = surveyLine({ type: 'survey', contact_id: 'c', csat: 2, comment: 'bad, "very"' });
    expect(line).toBe('R_c,c,2,,"bad, ""very""",\n');
  });
});

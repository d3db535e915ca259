/**
 * Which agent turns ask, and for what, on dialogues of other people's making: every domain with the slots of its own
 * definition alone, nothing learned from any of them. Beside it a regular expression and word overlap.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/config/lexicon.js';
import type { DefinedSlot } from '../../src/domain/conversation.js';
import { compareSets, score } from '../../src/evaluate/counts.js';
import { createAskReader } from '../../src/questions/asks.js';
import { hasShared, readShared } from '../support/shared-data.js';

const lexicon = readLexicon('en', join(import.meta.dirname, '../..'));
const askFrom = 0.5;
/** A yes-or-no question about no slot is more often about something else. */
const asideStrength = 0.45;

interface Turn {
  text: string;
  asked: ReadonlySet<string>;
}
interface Domain {
  name: string;
  slots: DefinedSlot[];
  turns: Turn[];
}

const bare = (name: string): DefinedSlot => ({ name, values: [], prompts: [], neededBy: [] });

function starDomains(): Domain[] {
  const turns = readShared<{ typed: string | null; label: string; asked_slot: string | null }[]>(
    'star/agent_asks.jsonl',
  ).filter(({ typed }) => (typed ?? '').trim().split(/\s+/).length >= 4);
  const domains = new Map<string, Domain>();
  for (const { typed, label, asked_slot } of turns) {
    const name = label.split('_')[0] ?? '';
    const domain = domains.get(name) ?? { name, slots: [], turns: [] };
    domains.set(name, domain);
    domain.turns.push({
      text: typed ?? '',
      asked: new Set(asked_slot === null ? [] : [asked_slot]),
    });
    if (asked_slot !== null && domain.slots.every((slot) => slot.name !== asked_slot))
      domain.slots.push(bare(asked_slot));
  }
  const all = [...domains.values()].flatMap(({ slots }) => slots);
  const union = [...new Map(all.map((slot) => [slot.name, slot])).values()];
  // Greetings, thanks and whatever else belongs to no domain asks for none of anybody's slots.
  return [...domains.values()].map((one) =>
    one.slots.length > 0 ? one : { ...one, slots: union },
  );
}

interface SgdDialogue {
  turns: { speaker: string; text: string; service: string; asked_slots?: string[] }[];
}
interface SgdService {
  service_name: string;
  slots: {
    name: string;
    description: string;
    is_categorical: boolean;
    possible_values: string[];
  }[];
}

function sgdDomains(): Domain[] {
  const services = readShared<SgdService[]>('sgd/schema.json');
  const domains = new Map(
    services.map(({ service_name: name, slots }): [string, Domain] => [
      name,
      {
        name,
        turns: [],
        slots: slots.map((slot) => ({
          ...bare(slot.name),
          description: slot.description,
          values: slot.is_categorical ? slot.possible_values : [],
        })),
      },
    ]),
  );
  for (const { turns } of readShared<SgdDialogue[]>('sgd/dialogs.jsonl'))
    for (const { speaker, text, service, asked_slots } of turns)
      if (speaker === 'agent')
        domains.get(service)?.turns.push({ text, asked: new Set(asked_slots ?? []) });
  return [...domains.values()].filter(({ turns }) => turns.length > 0);
}

type Method = (
  slots: readonly DefinedSlot[],
) => (text: string) => { asks: boolean; slots: string[] };

const ours: Method = (slots) => {
  const reader = createAskReader(slots, lexicon);
  /** 0 to 1: how likely the turn asks for any information at all. */
  const requests = (text: string): number =>
    Math.max(
      0,
      ...reader.sentences(text).flatMap((sentence) => {
        const { kind, polar, strength } = sentence.act;
        const asks = polar || kind === 'offer' ? reader.asksOf(sentence) : [];
        const asked = kind === 'request' ? [polar ? asideStrength : strength] : [];
        return [...asked, ...asks.map(({ confidence }) => confidence)];
      }),
    );
  return (text) => {
    const found = reader.read(text).filter(({ confidence, kind }) => {
      return kind === 'request' && confidence >= askFrom;
    });
    return { asks: requests(text) >= askFrom, slots: found.map(({ slot }) => slot) };
  };
};

const question = /\?|^\W*(?:what|which|when|where|who|how|could|can|may|do|would|please)\b/i;
const words = (text: string) => new Set(text.toLowerCase().match(/[a-z]+/g));

const overlap: Method = (slots) => {
  const profiles = slots.map((slot) => ({
    name: slot.name,
    words: words(`${slot.name.replaceAll('_', ' ')} ${slot.description ?? ''}`),
  }));
  return (text) => {
    if (!question.test(text)) return { asks: false, slots: [] };
    const said = words(text);
    const shared = profiles.map(({ name, words: own }) => ({
      name,
      n: [...own].filter((word) => said.has(word)).length,
    }));
    const best = shared.sort((a, b) => b.n - a.n)[0];
    return { asks: true, slots: best && best.n > 0 ? [best.name] : [] };
  };
};

function measure(domains: readonly Domain[], method: Method, slots?: readonly DefinedSlot[]) {
  const asks = { hit: 0, wrong: 0, missed: 0 };
  const which = { hit: 0, wrong: 0, missed: 0 };
  for (const domain of domains) {
    const read = method(slots ?? domain.slots);
    for (const { text, asked } of domain.turns) {
      const found = read(text);
      if (found.asks && asked.size > 0) asks.hit++;
      else if (found.asks) asks.wrong++;
      else if (asked.size > 0) asks.missed++;
      const counts = compareSets(new Set(found.slots), asked);
      which.hit += counts.hit;
      which.wrong += counts.wrong;
      which.missed += counts.missed;
    }
  }
  return {
    asks: score(asks.hit, asks.wrong, asks.missed),
    which: score(which.hit, which.wrong, which.missed),
  };
}

const figure = (x: number | null) => (x === null ? '  - ' : x.toFixed(3));
const row = (name: string, domains: readonly Domain[], slots?: readonly DefinedSlot[]) => {
  const a = measure(domains, ours, slots);
  const b = measure(domains, overlap, slots);
  const n = domains.reduce((sum, { turns }) => sum + turns.length, 0);
  const parts = [a.asks, a.which, b.asks, b.which].map(
    (s) => `${figure(s.precision)} ${figure(s.recall)} ${figure(s.f1)}`,
  );
  return `${name.padEnd(22)} ${String(n).padStart(5)}  ${parts.join('   ')}`;
};

/** Half of the domains, by a hash of their name without its number. */
const isSecondHalf = ({ name }: Domain) =>
  (createHash('sha256').update(name.replace(/_\d+$/, '')).digest()[0] ?? 0) % 2 === 1;

describe.runIf(hasShared('star/agent_asks.jsonl') && hasShared('sgd/dialogs.jsonl'))('asks', () => {
  it.each([
    ['sgd', sgdDomains],
    ['star, four words or more', starDomains],
  ])('%s', (title, load) => {
    const domains = load();
    const all = domains.flatMap(({ slots }) => slots);
    const union = [...new Map(all.map((slot) => [slot.name, slot])).values()];
    console.log(
      [
        `\n=== ${title}: P R F1 of ours (asks, which slot), then of regular expression and word overlap`,
        ...domains.map((domain) => row(domain.name, [domain])),
        row('all, own slots', domains),
        row('  half by hash', domains.filter(isSecondHalf)),
        row(`all, ${union.length} slots at once`, domains, union),
      ].join('\n'),
    );
    expect(domains.length).toBeGreaterThan(3);
  });
});

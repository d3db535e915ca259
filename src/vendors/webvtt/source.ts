import { iso } from '../../lib/iso.js';
import { filled, isObject, textOf } from '../../lib/json.js';
import { textIn } from '../input/encoding.js';
import { BrokenInput, type InputFile } from '../input/input.js';
import { longestPiece, tooLong } from '../input/lines.js';
import { type ContactTurn, inOrder, sinceHandoff } from '../log/contact-log.js';
import type { Source } from '../vendor.js';
import { type Cue, cuesIn } from './cues.js';
import { type WebvttOptions, webvttOptions } from './options.js';
import { type Known, knownOf, sidecarOf } from './sidecar.js';
import { turnsOf } from './turns.js';

/** WebVTT: a file is a contact's words, and the sidecar beside it what else is known of the contact. */
export const source: Source<WebvttOptions> = {
  title: 'WebVTT transcripts',
  description:
    'A transcript a file, with a JSON file of the same name beside it that says whose it is and when it began.',
  holds: ['agent contacts'],
  options: webvttOptions,
  recognise: ({ head }) => (/^WEBVTT(?:[ \t\r\n]|$)/.test(head) ? {} : null),
  sidecar: sidecarOf,
  async *read(file, options, setting) {
    // Where a config names the whole folder, sidecars come as files too.
    if (/\.json(?:\.gz)?$/i.test(file.path)) return;
    const { text, broken } = await wholeText(file);
    if (broken !== undefined) yield { line: text.split('\n').length, fault: broken };
    if (text.trim() === '') return;
    const found = cuesIn(text);
    if (!found) {
      yield { line: 1, fault: noSignature };
      return;
    }
    const { cues, lost } = found;
    if (lost.places > 0) yield { line: lost.line, fault: lostWords(lost.places) };
    const { known, faults, fault } = await knownOf(file.path, options, setting);
    if (fault !== undefined) yield { line: 1, fault };
    if (faults.length > 0) yield { line: 1, fault: faults.join('; ') };
    else if (known.started_at !== undefined) {
      const record = recordOf(known, cues, options);
      if (isUnheard(record.turns)) yield { line: 1, fault: nobodyKnown };
      yield { line: 1, record };
    } else if (fault === undefined) yield { line: 1, fault: noStart };
  },
};

const noSignature = 'no WebVTT: its first line is to begin with WEBVTT';
const noStart =
  'started_at: unknown, since times of a transcript count from its beginning; give it in a JSON file of the same name, or by `name_pattern`';
const nobodyKnown =
  'speaker: none is an agent or a customer as `agents` and `customers` tell them; all words are taken for the system';
const lostWords = (places: number): string =>
  `${places === 1 ? 'words' : `words in ${places} places`} without a timing such as 00:01.000 --> 00:02.500 before them: left out; no blank line may stand within a cue`;

const isUnheard = (turns: readonly ContactTurn[]): boolean =>
  turns.length > 0 && turns.every(({ actor }) => actor === 'system');

/** A contact is one record, so that its words are in memory in any case. What was read before a break is good. */
async function wholeText(file: InputFile): Promise<{ text: string; broken?: string }> {
  const parts: Buffer[] = [];
  let size = 0;
  const text = () => textIn(Buffer.concat(parts)).replace(/^\uFEFF/, '');
  try {
    for await (const chunk of file.chunks()) {
      size += chunk.length;
      if (size > longestPiece) return { text: '', broken: tooLong(longestPiece) };
      parts.push(Buffer.from(chunk));
    }
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    return { text: text(), broken: error.message };
  }
  return { text: text() };
}

function recordOf(known: Known, cues: readonly Cue[], options: WebvttOptions) {
  const started = String(known.started_at);
  // Recorders begin with the agent, unless the sidecar knows better.
  const media = Date.parse(String(known.recording_started_at ?? known.answered_at ?? started));
  const turns = inOrder(turnsOf(cues, media, options));
  const spoken = turns.find(({ actor }) => actor === 'agent')?.at;
  const answered = known.answered_at ?? notBefore(started, spoken);
  const end = cues.reduce((latest, cue) => Math.max(latest, cue.end), 0);
  const lastWord = cues.length > 0 ? iso(media + end) : undefined;
  const key = textOf(known.handoff_key);
  return {
    type: 'agent_contact',
    platform: textOf(known.platform) ?? options.platform,
    contact_id: known.contact_id,
    started_at: started,
    channel: known.channel ?? options.channel,
    origin: known.origin ?? (key === undefined ? options.origin : 'bot'),
    ...filled({
      answered_at: answered,
      ended_at: known.ended_at ?? notBefore(String(answered ?? started), lastWord),
      handoff_key: key,
      customer: orNothing(known.customer),
      queue: textOf(known.queue),
      agent_id: textOf(known.agent_id),
      hold_seconds: known.hold_seconds,
      attributes: known.attributes,
      outcome: orNothing(known.outcome),
    }),
    turns: sinceHandoff(turns, spoken),
  };
}

/** What is told by the words alone gives way to what is known. */
const notBefore = (known: string, told: string | undefined): string | undefined =>
  told !== undefined && Date.parse(told) >= Date.parse(known) ? told : undefined;

const orNothing = (value: unknown): unknown =>
  isObject(value) && Object.keys(value).length === 0 ? undefined : value;

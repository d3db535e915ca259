/** New intents and slots in the domain files. */
import { nameWords } from '../../../domain/name-words.js';
import { withoutUnseen } from '../../../lib/visible.js';
import { yamlScalar } from '../../../lib/yaml.js';
import { type Bot, domainFile, formOf } from './bot.js';
import type { Edit } from './edits.js';
import { requirementOf } from './form.js';
import { appendUnder } from './insert.js';
import type { PatchPlan, SlotPlan } from './plan.js';
import { at, keysOf, namesIn, type ReadFile } from './read.js';

const byHand = 'the domain is written in a way that is not patched; do it by hand';

/** @param written intents of which phrases are put into files: the domain lists none that has no phrases */
export function intentEdits(
  { newIntents }: PatchPlan,
  written: ReadonlySet<string>,
  bot: Bot,
  notes: string[],
): Edit[] {
  const known = new Set([...bot.nlu, ...bot.older].map(({ intent }) => intent));
  const missing = [...newIntents].filter(
    (intent) => (written.has(intent) || known.has(intent)) && !bot.domainIntents.has(intent),
  );
  return missing.flatMap((intent) => {
    notes.push(`the new intent ${intent} needs a rule or a story that answers it`);
    const file = domainFile(bot, 'intents');
    const edit = file && appendUnder(file, 'intents', 'list', [yamlScalar(intent)]);
    if (edit) return [edit];
    const why = file ? byHand : whereIsDomain(bot);
    notes.push(`intent ${intent}: ${why}`);
    return [];
  });
}

const whereIsDomain = ({ domain }: Bot): string =>
  domain === 'unreadable'
    ? 'the domain cannot be read: list it there'
    : 'the domain is not among the training files: list it there';

export interface SlotEdits {
  edits: Edit[];
  /** Entities that the domain has after them. */
  entities: Set<string>;
}

/** New slots: listed, mapped, required by the form and asked for. */
export function slotEdits(plans: readonly SlotPlan[], bot: Bot, notes: string[]): SlotEdits {
  const result: SlotEdits = { edits: [], entities: new Set() };
  const seen = new Set<string>();
  for (const plan of plans) {
    if (seen.has(plan.slot)) continue;
    seen.add(plan.slot);
    addSlot(plan, bot, result, notes);
  }
  return result;
}

function addSlot(plan: SlotPlan, bot: Bot, { edits, entities }: SlotEdits, notes: string[]): void {
  const { id, slot, intent } = plan;
  const put = (edit: Edit | null, what: string): boolean => {
    if (edit) edits.push(edit);
    else notes.push(`${what}: ${byHand}`);
    return edit !== null;
  };
  const form = intent === null ? null : formOf(bot, intent);
  const slots = domainFile(bot, 'slots');
  const forms = bot.files.find(({ root }) => keysOf(at(root, 'forms')).includes(form ?? ''));
  if (!/^[A-Za-z_][\w-]*$/.test(slot)) {
    notes.push(`${id}: "${slot}" can be no name of a slot; give it one of letters, digits and _`);
    return;
  }
  // A slot that no form requires would be filled by nobody, or by any text at all.
  if (form === null || !slots || !forms) {
    const why = whyNoForm(bot, intent ?? 'the intent');
    notes.push(`${id}: ${why}; add ${slot} by hand`);
    return;
  }
  const isEntity = plan.fromEntity || bot.entities.has(slot);
  const mapping = isEntity ? ['- type: from_entity', `  entity: ${slot}`] : ['- type: from_text'];
  const required = requirementOf(forms, form, slot, mapping, isRasa2(forms, bot));
  if (!required) {
    notes.push(`${id}: required_slots of ${form} is no list of names; add ${slot} by hand`);
    return;
  }
  const known = bot.files.some(({ root }) => keysOf(at(root, 'slots')).includes(slot));
  const condition = isEntity
    ? []
    : ['  conditions:', `  - active_loop: ${yamlScalar(form)}`, `    requested_slot: ${slot}`];
  const lines = slotLines(slot, required.mapped ? [] : [...mapping, ...condition]);
  // Rasa refuses a form that requires a slot which the domain lacks.
  if (!known && !put(appendUnder(slots, 'slots', 'map', lines), `slot ${slot}`)) return;
  if (plan.fromEntity && !bot.entities.has(slot)) {
    const file = domainFile(bot, 'entities');
    const edit = file ? appendUnder(file, 'entities', 'list', [slot]) : null;
    if (put(edit, `entity ${slot}`)) entities.add(slot);
  }
  if (required.edit) put(required.edit, `form ${form}`);
  if (isAsked(bot, form, slot)) return;
  const key = answersKey(bot);
  const file = domainFile(bot, key);
  if (file) put(appendUnder(file, key, 'map', prompt(plan)), `response utter_ask_${slot}`);
  if (plan.prompt === null)
    notes.push(`${id}: no wording is known for utter_ask_${slot}; improve it`);
}

function whyNoForm({ domain, project: { flows } }: Bot, intent: string): string {
  if (domain === 'unreadable') return 'the domain cannot be read';
  if (flows.has(intent)) return `${intent} is a flow, which collects its slots in its steps`;
  return `no form collects what ${intent} needs`;
}

/** Rasa 1 called them templates, and takes either. */
const answersKeys = ['responses', 'templates'];

function answersKey({ files }: Bot): string {
  return answersKeys.find((key) => files.some(({ root }) => root.has(key))) ?? 'responses';
}

/** By the version that the form's file says, or any other of the bot's where it says none. */
function isRasa2(file: ReadFile, { files }: Bot): boolean {
  const own = file.root.has('version') ? [file] : files;
  return own.some(({ root }) => /^2(\.|$)/.test(String(root.get('version'))));
}

function slotLines(slot: string, mapping: readonly string[]): string[] {
  const lines = [`${slot}:`, '  type: text', '  influence_conversation: false'];
  return mapping.length === 0
    ? lines
    : [...lines, '  mappings:', ...mapping.map((line) => `  ${line}`)];
}

function isAsked({ files }: Bot, form: string, slot: string): boolean {
  const asks = [`ask_${slot}`, `ask_${form}_${slot}`];
  return files.some(({ root }) => {
    const responses = answersKeys.flatMap((key) => keysOf(at(root, key)));
    const actions = namesIn(at(root, 'actions'));
    return asks.some(
      (ask) => responses.includes(`utter_${ask}`) || actions.includes(`action_${ask}`),
    );
  });
}

/** Braces would be read as a slot to fill in. */
function prompt({ slot, prompt: words }: SlotPlan): string[] {
  const text = words ?? `Please give me the ${nameWords(slot)}.`;
  const line = withoutUnseen(text)
    .replace(/\s+/g, ' ')
    .replaceAll('{', '(')
    .replaceAll('}', ')')
    .trim();
  return [`utter_ask_${slot}:`, `- text: ${yamlScalar(line)}`];
}

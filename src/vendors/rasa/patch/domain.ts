/** New intents and slots in the domain files: listed, mapped, required by the form and asked for. */
import { nameWords } from '../../../domain/name-words.js';
import { visible } from '../../../lib/visible.js';
import { yamlScalar } from '../../../lib/yaml.js';
import { type Bot, formOf, isDomain } from './bot.js';
import type { Edit } from './edits.js';
import { requirementOf } from './form.js';
import { appendUnder } from './insert.js';
import type { Moves } from './nlu.js';
import type { PatchPlan, SlotPlan } from './plan.js';
import { at, keysOf, namesIn, type ReadFile } from './read.js';

export function domainEdits(plan: PatchPlan, { added }: Moves, bot: Bot, notes: string[]): Edit[] {
  const edits: Edit[] = [];
  const put = (edit: Edit | null, what: string) => {
    if (edit) edits.push(edit);
    else notes.push(`${what}: the domain is written in a way that is not patched; do it by hand`);
  };
  for (const intent of plan.newIntents) {
    const inNlu = added.has(intent) || bot.nlu.some((item) => item.intent === intent);
    if (!inNlu || bot.domainIntents.has(intent)) continue;
    const file = home(bot, 'intents');
    notes.push(`the new intent ${intent} needs a rule or a story that answers it`);
    if (file) put(appendUnder(file, 'intents', 'list', [yamlScalar(intent)]), `intent ${intent}`);
    else notes.push(`the domain is not among the training files: list the intent ${intent} there`);
  }
  const seen = new Set<string>();
  for (const slot of plan.slots) {
    if (seen.has(slot.slot)) continue;
    seen.add(slot.slot);
    addSlot(slot, bot, put, notes);
  }
  return edits;
}

/** The file that has the section, else the first one that is a domain. */
function home({ files }: Bot, key: string): ReadFile | undefined {
  const domains = files.filter(isDomain);
  return domains.find(({ root }) => root.has(key)) ?? domains[0];
}

function addSlot(
  plan: SlotPlan,
  bot: Bot,
  put: (edit: Edit | null, what: string) => void,
  notes: string[],
): void {
  const { id, slot, intent } = plan;
  const form = intent === null ? null : formOf(bot, intent);
  const slots = home(bot, 'slots');
  const forms = bot.files.find(({ root }) => keysOf(at(root, 'forms')).includes(form ?? ''));
  if (!/^[A-Za-z_][\w-]*$/.test(slot)) {
    notes.push(`${id}: "${slot}" can be no name of a slot; give it one of letters, digits and _`);
    return;
  }
  // A slot that no form requires would be filled by nobody, or by any text at all.
  if (form === null || !slots || !forms) {
    notes.push(`${id}: no form collects what ${intent ?? 'the intent'} needs; add ${slot} by hand`);
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
  const made = known ? null : appendUnder(slots, 'slots', 'map', lines);
  if (!known) put(made, `slot ${slot}`);
  // Rasa refuses a form that requires a slot which the domain lacks.
  if (!known && !made) return;
  if (plan.fromEntity && !bot.entities.has(slot)) {
    const file = home(bot, 'entities');
    if (file) put(appendUnder(file, 'entities', 'list', [slot]), `entity ${slot}`);
  }
  if (required.edit) put(required.edit, `form ${form}`);
  if (isAsked(bot, form, slot)) return;
  const file = home(bot, 'responses');
  const question = prompt(plan);
  if (file) put(appendUnder(file, 'responses', 'map', question), `response utter_ask_${slot}`);
  if (plan.prompt === null)
    notes.push(`${id}: no wording is known for utter_ask_${slot}; improve it`);
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
    const responses = keysOf(at(root, 'responses'));
    const actions = namesIn(at(root, 'actions'));
    return asks.some(
      (ask) => responses.includes(`utter_${ask}`) || actions.includes(`action_${ask}`),
    );
  });
}

/** Braces would be read as a slot to fill in. */
function prompt({ slot, prompt: words }: SlotPlan): string[] {
  const text = words ?? `Please give me the ${nameWords(slot)}.`;
  const line = visible(text).replace(/\s+/g, ' ').replaceAll('{', '(').replaceAll('}', ')').trim();
  return [`utter_ask_${slot}:`, `- text: ${yamlScalar(line)}`];
}

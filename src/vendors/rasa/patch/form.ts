/** A new slot of a form: a name in the list of Rasa 3, or a mapping where a form of Rasa 2 has those of its slots. */
import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { Edit } from './edits.js';
import { appendItem, appendPair, appendUnder } from './insert.js';
import { at, keysOf, namesIn, type ReadFile } from './read.js';

export interface Requirement {
  /** null where the form has the slot already. */
  edit: Edit | null;
  /** The form says what fills the slot, so the slot itself does not. */
  mapped: boolean;
}

/**
 * @param mapping of Rasa 2: lines under the slot's name.
 * @param isRasa2 what is taken where the form has no slots yet.
 * @returns null where the form is written in a way that is not patched
 */
export function requirementOf(
  file: ReadFile,
  form: string,
  slot: string,
  mapping: readonly string[],
  isRasa2: boolean,
): Requirement | null {
  const forms = at(file.root, 'forms');
  const own = isMap(forms) ? at(forms, form) : null;
  if (!isMap(own)) return null;
  const list = at(own, 'required_slots');
  const mappings = mappingsIn(own);
  if (mappings) {
    if (keysOf(mappings).includes(slot)) return { edit: null, mapped: true };
    const edit = appendPair(file, mappings, [`${slot}:`, ...mapping]);
    return edit && { edit, mapped: true };
  }
  if (!own.items.every(({ key }) => formKeys.has(String(key)))) return null;
  if (isSeq(list) && list.items.length > 0) {
    if (!list.items.every((item) => isScalar(item))) return null;
    if (namesIn(list).includes(slot)) return { edit: null, mapped: false };
  } else if (isRasa2) return null;
  const edit =
    isSeq(list) && own.flow
      ? appendItem(file, list, [slot])
      : appendUnder(file, 'required_slots', 'list', [slot], own);
  return edit && { edit, mapped: false };
}

const formKeys: ReadonlySet<string> = new Set(['required_slots', 'ignored_intents']);

/** Rasa 2.0 has the mappings straight under the form, Rasa 2.6 under `required_slots`. null where there are none. */
function mappingsIn(form: YAMLMap): YAMLMap | null {
  const list = at(form, 'required_slots');
  if (list) return isMap(list) && list.items.length > 0 ? list : null;
  const slots = form.items.filter(({ key }) => !formKeys.has(String(key)));
  const areMappings = slots.every(
    ({ value }) => isSeq(value) || (isScalar(value) ? value.value === null : value === null),
  );
  return slots.length > 0 && areMappings ? form : null;
}

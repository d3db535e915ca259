import type { DefinedSlot } from '../../src/domain/conversation.js';

/** A slot of a definition, of which nothing is known but what is given. */
export const slot = (name: string, more: Partial<DefinedSlot> = {}): DefinedSlot => ({
  name,
  values: [],
  prompts: [],
  neededBy: [],
  ...more,
});

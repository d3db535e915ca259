/** The vendors whose training files are patched. */
import { vendors } from './index.js';
import type { PatchWriter } from './vendor.js';

const writers = vendors.flatMap(({ id, patch }) => (patch ? [{ id, patch }] : []));

export const patchIds: readonly string[] = writers.map(({ id }) => id);

export const findPatchWriter = (format: string | null): PatchWriter | undefined =>
  writers.find(({ id }) => id === format)?.patch;

/** What a patch makes of training files, for tests. */
import type { Suggestion } from '../../src/domain/suggestion.js';
import { isText, type PatchWriter, type TextFile } from '../../src/vendors/vendor.js';

/** All files: those that the patch changes as it leaves them, the others as they were. */
export function patched(
  writer: PatchWriter,
  base: readonly TextFile[],
  suggestions: readonly Suggestion[],
): TextFile[] {
  const changed = writer.patch(suggestions, base).files.filter(isText);
  return base.map((file) => changed.find(({ path }) => path === file.path) ?? file);
}

/** From a finished report to the files that a night leaves behind. */
import type { Report } from '../domain/report.js';
import type { Suggestion } from '../domain/suggestion.js';
import { caseFiles } from '../vendors/cases.js';
import { inside, packed } from '../vendors/input/zip.js';
import { findPatchWriter } from '../vendors/patch.js';
import type { TrainingFile } from '../vendors/vendor.js';
import type { OutputFile } from './exporter.js';
import { exporters } from './exporters/index.js';
import { manifestOf, writeManifest } from './manifest.js';
import { outputSchemas } from './output-schemas.js';

export interface PublishContext {
  /** The bot's training files: relative paths and raw text. */
  training: readonly TrainingFile[];
  /** Format of the training data; null, or one that no vendor patches, makes no import folder. */
  vendor: string | null;
  /** Options of the training data. */
  options?: Readonly<Record<string, unknown>>;
}

export function publish(report: Report, context: PublishContext): OutputFile[] {
  const files = exporters.map(({ file, render }) => ({ path: file, content: render(report) }));
  const schemas = outputSchemas().map(({ name, text }) => ({
    path: `schemas/${name}`,
    content: text,
  }));
  return [...files, ...schemas, ...importFiles(report.suggestions, context)];
}

/** Whether what nobody has decided yet goes in as well, where nothing speaks against it. */
export interface Choice {
  pending?: boolean;
}

/** The vendor's files with the accepted suggestions in them, cases that test them, and a manifest of what they were made from. */
export function importFiles(
  suggestions: readonly Suggestion[],
  { training, vendor: id, options = {} }: PublishContext,
  choice: Choice = {},
): OutputFile[] {
  const writer = findPatchWriter(id);
  if (!writer || id === null || training.length === 0) return [];
  const chosen = suggestions.filter((one) => goesIn(one, choice));
  const patch = writer.patch(chosen, training, options);
  const cases = caseFiles({ vendor: id, suggestions: chosen, training, options, patch });
  const manifest = manifestOf(id, chosen, training, patch, cases);
  return [
    ...patch.files
      .filter(({ path }) => !path.includes(inside))
      .map(({ path, text }) => ({ path: under(id, path), content: text })),
    ...packed(patch.files, training).map(({ path, bytes }) => ({
      path: under(id, path),
      content: '',
      bytes,
    })),
    ...cases.map(({ path, text }) => ({ path: under(id, path), content: text })),
    { path: under(id, 'manifest.yaml'), content: writeManifest(manifest) },
  ];
}

/** What a person has accepted. Their yes overrules a doubtful gate, never a refusal: that one protects personal data and other intents. */
export function goesIn({ gate, review }: Suggestion, { pending = false }: Choice = {}): boolean {
  if (gate.verdict === 'refused' || review.decision === 'rejected') return false;
  return review.decision !== 'pending' || (pending && gate.verdict === 'pass');
}

/** Paths that climb out of the project stay inside the import folder. */
function under(vendor: string, path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  return ['import', vendor, ...parts].join('/');
}

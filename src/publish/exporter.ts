/** The shape of an exporter: it receives a finished report, computes nothing and returns a file's text. */
import type { Report } from '../domain/report.js';

export interface OutputFile {
  /** Relative to the night's folder, with `/`. */
  path: string;
  content: string;
  /** In place of `content` where a file is no text. */
  bytes?: Uint8Array;
}

export interface Exporter {
  /** Its file name. */
  id: string;
  /** Name of the file that it writes. */
  file: string;
  render(report: Report): string;
}

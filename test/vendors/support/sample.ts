/** A file as a vendor writes it, with what the contract suite needs to know of it. */
export interface SampleFile {
  name: string;
  content: string;
  /** One where a file is one record; else it has several. */
  records?: 1;
  /** Cannot be read, with its line in a file that has it after `content`. */
  broken: string;
  /** Files beside it. */
  beside?: Record<string, string>;
  options?: Record<string, unknown>;
  companions?: number;
  /** Nothing can follow what is broken. */
  endsBroken?: boolean;
}

export const jsonLine = (value: object): string => `${JSON.stringify(value)}\n`;
export const jsonLines = (values: readonly object[]): string => values.map(jsonLine).join('');

/** 2 March 2026, UTC. */
export const at = (time: string): string => `2026-03-02T${time}Z`;

/** What a store keeps beside records and results: how nights went, what days brought, and settings of its own. */
import type { Delivered, NightRecord } from '../domain/night.js';

/** Moments in epoch ms; `from` inclusive, `to` exclusive. */
export interface Span {
  from: number;
  to: number;
}

export interface NightRun {
  /** Local date. */
  night: string;
  status: 'running' | 'good' | 'suspect' | 'failed';
  startedAt: number;
  finishedAt?: number;
  message?: string;
}

export interface NightLog {
  run(night: string): Promise<NightRun | null>;
  /** What started in the span, and the surveys that were answered from then on to its end: they come days late. */
  delivered(span: Span, surveysFrom: number): Promise<Delivered>;
  saveNightRecord(night: string, record: NightRecord): Promise<void>;
  /** Of the nights before this one, the newest first. */
  nightRecords(before: string, limit: number): Promise<{ night: string; record: NightRecord }[]>;
  nightRecord(night: string): Promise<NightRecord | null>;
  /** Takes back all that a night said; false when no such night ran. Records and people's decisions stay. */
  forgetNight(night: string): Promise<boolean>;
  /** What is broken in the database file, and what to do; null for a sound one. Reads all of it. */
  damage(): Promise<string | null>;
  setting(name: string): Promise<string | null>;
  /** Keeps the first value that was given; the value that holds. */
  claimSetting(name: string, value: string): Promise<string>;
}

import type { BotDefinition } from '../domain/conversation.js';
import type { JourneyResult, SessionSummary } from '../domain/journey.js';
import type { GroupedCause } from './causes.js';

export interface RepairInput {
  causes: readonly GroupedCause[];
  results: readonly JourneyResult[];
  sessions: readonly SessionSummary[];
  definition: BotDefinition | null;
}

import type { Cohort } from '../cohort.js';
import { deadEndIntent } from './dead_end_intent.js';
import { timeOfDayFailure } from './time_of_day_failure.js';

export const registry: readonly Cohort[] = [deadEndIntent, timeOfDayFailure];

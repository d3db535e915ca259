import type { TrainingReader } from '../training.js';
import { handback } from './handback.js';
import { rasa } from './rasa.js';

export const trainingReaders: readonly TrainingReader[] = [rasa, handback];

/** What a repair of each category spares, as the table of categories has it. */
import { type Category, categories, categoryNames, type Remedy } from '../domain/categories.js';

export const remedies = Object.fromEntries(
  categoryNames.map((name) => [name, categories[name].remedy]),
) as Record<Category, Remedy>;

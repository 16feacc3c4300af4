import type { Dyad } from '../../graph-schema/api/graph.ts';
import type { Column } from './data-table.ts';

/** The score of a month and what it stands on, as the page defines it. */
export const SCORE_DEFINITION =
  'The score of a month is the mean Goldstein value (−10 conflict … +10 cooperation) of that month’s relations between the two, each counted once, acts of those who represent a country at the date included. Months without any are left empty.';

/** The score of a month: its summed Goldstein values by the number of its relations. */
export const scoreOf = ({ cooperation, conflict, goldstein }: Dyad['months'][number]): number =>
  cooperation + conflict === 0 ? 0 : goldstein / (cooperation + conflict);

/** The months as a table. */
export const monthColumns: Column<Dyad['months'][number]>[] = [
  { key: 'month', title: 'Month', value: (one) => one.month },
  { key: 'score', title: 'Score', value: (one) => Number(scoreOf(one).toFixed(3)), numeric: true },
  { key: 'cooperation', title: 'Cooperation', value: (one) => one.cooperation, numeric: true },
  { key: 'conflict', title: 'Conflict', value: (one) => one.conflict, numeric: true },
];

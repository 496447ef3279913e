import type { Settings } from '@parley/model';

type AgendaColumn = Settings['agendaColumns'][string];

/** A column that the team made for its agenda. */
export interface OwnColumn extends AgendaColumn {
  readonly id: string;
}

/** The columns of the team's own by their labels: two who add one at once see them in one order. */
export const ownColumnsOf = ({
  agendaColumns,
}: Pick<Settings, 'agendaColumns'>): readonly OwnColumn[] =>
  Object.entries(agendaColumns)
    .map(([id, column]) => ({ id, ...column }))
    .sort((a, b) => a.label.localeCompare(b.label) || (a.id < b.id ? -1 : 1));

import type { BoardSeed } from '../../board/seed.ts';
import { settingsId } from '../../records/index.ts';
import { announced, components, shares, source, type Component } from './published.ts';

const seats = components.reduce((sum, component) => sum + component.seats, 0);

const idOf = ({ code }: Component) => `component-${code.toLowerCase()}`;

/**
 * Yemen's National Dialogue Conference, 2012: its published allocation of seats, a participant per
 * seat. Who sat where was never published, so that names, and nearly every gender, age and region, are
 * unknown and stay so (P2); the outcomes that were reported for the whole conference stand with the
 * targets. No ties, ratings or positions are made up (P10).
 */
export const yemenNdc2012: BoardSeed = {
  settings: [
    {
      id: settingsId,
      participantFields: ['gender', 'ageBand', 'region'],
      countedAs: 'confirmed',
      seats: Object.fromEntries(components.map((one) => [idOf(one), one.seats])),
      timeZone: 'Asia/Aden',
    },
  ],
  actor: components.map((component) => ({
    id: idOf(component),
    name: component.name,
    kind: component.kind,
    sector: component.sector,
    notes: `${component.seats} of ${seats} seats. Source: ${source}`,
  })),
  participant: components.flatMap((component) => {
    const width = String(component.seats).length;
    return Array.from({ length: component.seats }, (_, index) => {
      const seat = String(index + 1).padStart(Math.max(2, width), '0');
      return {
        id: `seat-${component.code.toLowerCase()}-${seat}`,
        pseudonym: `Seat ${component.code}-${seat}`,
        delegation: idOf(component),
        stage: 'confirmed' as const,
        ...component.says,
      };
    });
  }),
  inclusionTarget: shares.map(({ attribute, value, share, reached }) => ({
    id: `target-${value}`,
    attribute,
    values: [value],
    amount: { unit: 'share' as const, share },
    setBy: 'the agreement of the parties',
    reported:
      reached === null
        ? null
        : {
            counted: 'confirmed' as const,
            count: reached,
            denominator: seats,
            source,
            date: announced,
          },
  })),
};

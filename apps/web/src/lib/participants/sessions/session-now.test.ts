import { agendaTimes, type AgendaBlock, type AgendaDay } from '@parley/model';
import { expect, it } from 'vitest';
import { sessionNow } from './session-now.ts';

const day = {
  ...{ id: 'day', title: '', date: '2026-11-24', start: '09:00', end: null },
  ...{ timeZone: 'UTC', order: 'a0' },
} satisfies AgendaDay;
const block = (id: string, order: string, values: Partial<AgendaBlock>): AgendaBlock => ({
  ...{ id, day: 'day', form: 'plenary', title: id, purpose: '', question: '', method: '' },
  ...{ lead: '', duration: 60, fixedStart: null, track: 0, room: null, languages: [] },
  ...{ everyone: true, participants: [], delegations: [], speakers: [], materials: '' },
  ...{ interpreter: '', languagePairs: [], noteTaker: '', buffer: 0, ownColumns: {} },
  ...{ recordKeeping: 'none', order, ...values },
});
const blocks = [
  block('opening', 'a0', {}),
  block('break', 'a1', { form: 'break' }),
  block('one', 'a2', { track: 1 }),
  block('two', 'a3', { track: 2 }),
];
const days = agendaTimes([day], blocks, { timeZone: 'UTC', secondTimeZone: null });
const at = (clock: string, ...expected: readonly string[]) =>
  sessionNow(
    days,
    Date.parse(`2026-11-24T${clock}Z`),
    (id) => id !== 'break',
    (id) => expected.includes(id),
  );

it('is the one that has begun, or that somebody is early for', () => {
  expect(at('08:45')).toBe('opening');
  expect(at('09:10')).toBe('opening');
  expect(at('10:40')).toBe('one');
});

it('is the one where somebody is expected, of those that run side by side', () => {
  expect(at('11:10', 'two')).toBe('two');
  expect(at('11:10')).toBe('one');
  // Early for another one, late for that which has begun: they are expected there.
  expect(at('09:40', 'opening', 'one')).toBe('opening');
});

it('is the next of the day in a break, and nothing on another day', () => {
  expect(at('10:10', 'two')).toBe('two');
  expect(at('13:00')).toBeNull();
  expect(at('03:00')).toBeNull();
});

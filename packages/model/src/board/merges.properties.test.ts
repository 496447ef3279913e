import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { recordNames } from '../records/index.ts';
import { Board } from './board.ts';
import { mergeActors, partActor } from './merge-actors.ts';
import { seedBoard } from './seed.ts';

/*
 * Three people make one of actors at once, over lines that deliver late and in any order. However their
 * merges cross: whoever was there is shown or has an heir that is, and no word or tie is out of reach.
 */

const names = ['A', 'B', 'C', 'D', 'E'];
const ties = names.flatMap((from, index) =>
  names.slice(index + 1).map((to) => ({ id: `${from}${to}`, from, to })),
);

interface Replica {
  readonly doc: Y.Doc;
  readonly board: Board;
  readonly inbox: Uint8Array[];
}

function openReplicas(): readonly Replica[] {
  const seed = new Y.Doc();
  seedBoard(seed, {
    actor: names.map((id) => ({ id, name: id, notes: `Said of ${id}.`, needs: `Need of ${id}.` })),
    tie: ties,
    participant: names.map((id) => ({ id: `p${id}`, name: `p${id}`, actor: id })),
    parallelInitiative: [{ id: 'talks', name: 'Talks', parties: names }],
    agendaDay: [{ id: 'day', date: '2026-11-24' }],
    agendaBlock: [{ id: 'block', day: 'day', title: 'Reading' }],
    informationNeed: [
      {
        ...{ id: 'need', block: 'block', what: 'Inflow data' },
        states: { A: 'held', B: 'partial', C: 'missing', D: 'unknown' },
      },
    ],
    settings: [{ id: 'settings', seats: Object.fromEntries(names.map((id) => [id, 1])) }],
  });
  const replicas = [1, 2, 3].map((clientID): Replica => {
    const doc = new Y.Doc();
    doc.clientID = clientID; // so that a failing run fails again
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed), 'remote');
    return { doc, board: new Board(doc), inbox: [] };
  });
  for (const { doc } of replicas) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'remote') return;
      for (const other of replicas) if (other.doc !== doc) other.inbox.push(update);
    });
  }
  return replicas;
}

function receive({ doc, inbox }: Replica, count = inbox.length) {
  for (const update of inbox.splice(0, count).toReversed()) Y.applyUpdate(doc, update, 'remote');
}

const stateOf = (board: Board) => structuredClone(recordNames.map((name) => board.list(name)));

type Step =
  | { readonly do: 'merge'; readonly who: number; readonly keep: string; readonly other: string }
  | { readonly do: 'part'; readonly who: number; readonly id: string }
  | { readonly do: 'undo'; readonly who: number }
  | { readonly do: 'redo'; readonly who: number }
  | { readonly do: 'receive'; readonly who: number; readonly count: number };

const who = fc.nat(2);
const name = fc.constantFrom(...names);
const merge = fc.record({ do: fc.constant('merge' as const), who, keep: name, other: name });
const receiving = fc.record({ do: fc.constant('receive' as const), who, count: fc.nat(6) });
const steps = (...others: fc.Arbitrary<Step>[]): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof({ weight: 4, arbitrary: merge }, { weight: 2, arbitrary: receiving }, ...others),
    {
      maxLength: 14,
    },
  );

function take(replicas: readonly Replica[], step: Step) {
  const replica = replicas[step.who];
  if (!replica) return;
  const { board } = replica;
  if (step.do === 'merge') mergeActors(board, { ...step, also: `Also ${step.other}.` });
  else if (step.do === 'part') partActor(board, step.id);
  else if (step.do === 'undo') board.undo();
  else if (step.do === 'redo') board.redo();
  else receive(replica, step.count);
}

const anyStep = steps(
  fc.record({ do: fc.constant('part' as const), who, id: name }),
  fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), who }),
);

test('nothing said of anybody is out of reach, and all who received the same read the same', () => {
  fc.assert(
    fc.property(anyStep, (taken) => {
      const replicas = openReplicas();
      for (const step of taken) take(replicas, step);
      for (const replica of replicas) receive(replica);
      const [{ board } = { board: new Board(new Y.Doc()) }, ...others] = replicas;
      for (const other of others) {
        expect(stateOf(other.board)).toEqual(stateOf(board));
        expect(other.board.heirs).toEqual(board.heirs);
      }
      const heir = (id: string) => board.heirs.get(id) ?? id;
      for (const id of names) {
        const shown = board.get('actor', heir(id));
        expect(shown).toBeDefined();
        const words = [shown, ...board.mergedInto(heir(id))]
          .map((actor) => actor?.notes)
          .join('\n');
        expect(words).toContain(`Said of ${id}.`);
        expect(board.get('participant', `p${id}`)?.actor).toBe(heir(id));
      }
      const drawn = ties
        .map(({ id, from, to }) => ({ id, from: heir(from), to: heir(to) }))
        .filter(({ from, to }) => from !== to);
      expect(board.list('tie').map(({ id, from, to }) => ({ id, from, to }))).toEqual(drawn);
      expect(board.get('parallelInitiative', 'talks')?.parties).toEqual(
        [...new Set(names.map(heir))].sort(),
      );
      const seats = board.get('settings', 'settings')?.seats ?? {};
      expect(Object.values(seats).reduce((sum, count) => sum + count, 0)).toBe(names.length);
      const { states = {} } = board.get('informationNeed', 'need') ?? {};
      const told = new Set(['A', 'B', 'C', 'D'].map(heir));
      expect(new Set(Object.keys(states))).toEqual(told);
      if (heir('B') === 'B') expect(states.B).toBe('partial'); // its own word stands
    }),
    { numRuns: 300 },
  );
});

test('when all undo what they merged, everything is as it was', () => {
  fc.assert(
    fc.property(steps(), fc.boolean(), (taken, late) => {
      const replicas = openReplicas();
      const before = stateOf(replicas[0]?.board ?? new Board(new Y.Doc()));
      for (const step of taken) take(replicas, step);
      if (late) for (const replica of replicas) receive(replica);
      for (const { board } of replicas) while (board.undoName !== null) board.undo();
      for (const replica of replicas) receive(replica);
      for (const { board } of replicas) {
        expect(stateOf(board)).toEqual(before);
        expect(board.heirs.size).toBe(0);
      }
    }),
    { numRuns: 300 },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asOfHeirs,
  evenHandedness,
  flagsOf,
  interventions,
  type InterventionEntries,
} from './index.ts';
import { interventionEntries, parties } from './interventions-for-tests.ts';

const shuffled = <T>(list: readonly T[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
const inTwoOrders = interventionEntries.chain((one) =>
  fc.record({
    one: fc.constant(one),
    other: fc.record({
      planned: shuffled(one.planned),
      steps: shuffled(one.steps),
      struck: shuffled(one.struck),
    }),
  }),
);
const all = (entries: InterventionEntries) => {
  const list = interventions(entries);
  return {
    list,
    rows: evenHandedness(list, parties),
    flags: list.map((one) => flagsOf(one, parties)),
  };
};

describe('interventions', () => {
  it('read the same in whatever order their entries arrive', () => {
    fc.assert(
      fc.property(inTwoOrders, ({ one, other }) => {
        expect(all(other)).toEqual(all(one));
      }),
    );
  });

  it('keep everything that was said, and count nothing that was struck out', () => {
    fc.assert(
      fc.property(interventionEntries, (entries) => {
        const list = interventions(entries);
        const ids = new Set(list.map(({ id }) => id));
        const told = list.flatMap(({ parties: of }) =>
          [...of.values()].flatMap(({ history }) => history),
        );
        expect(told).toHaveLength(
          entries.steps.filter(({ intervention }) => ids.has(intervention)).length,
        );
        const struck = new Set(entries.struck.map(({ step }) => step));
        for (const { parties: of } of list) {
          for (const { offer, uptake, consent } of of.values()) {
            for (const step of [offer, uptake, consent])
              expect(struck.has(step?.id ?? '')).toBe(false);
          }
        }
      }),
    );
  });

  it('have every word of one aspect replaced by a later day, and no other aspect', () => {
    fc.assert(
      fc.property(interventionEntries, (entries) => {
        const before = interventions(entries);
        const withdrawn = {
          ...{ kind: 'intervention-step' as const, id: 'last', number: 99, at: 99, by: null },
          ...{ intervention: 'plan-0', party: 'union', step: 'consent-withdrawn' as const },
          ...{ on: '2026-12-01', note: '', evidence: '' },
        };
        const after = interventions({ ...entries, steps: [...entries.steps, withdrawn] });
        const [was, is] = [before, after].map((list) => list[0]?.parties.get('union'));
        if (!is) return;
        expect(is.consent?.id).toBe('last');
        expect([is.offer, is.uptake]).toEqual([was?.offer ?? null, was?.uptake ?? null]);
      }),
    );
  });

  it('put each party into a list only where an entry says so, and never both as taken up and not', () => {
    fc.assert(
      fc.property(interventionEntries, (entries) => {
        const said = new Set(
          entries.steps.map(({ intervention, party, step }) => `${intervention} ${party} ${step}`),
        );
        for (const { party, ...row } of evenHandedness(interventions(entries), parties)) {
          for (const id of row.offered) expect(said).toContain(`${id} ${party} offered`);
          for (const id of row.takenUp) expect(said).toContain(`${id} ${party} taken-up`);
          for (const id of row.notTakenUp) expect(said).toContain(`${id} ${party} not-taken-up`);
          expect(row.takenUp.filter((id) => row.notTakenUp.includes(id))).toEqual([]);
        }
      }),
    );
  });

  it('say of a party that was merged away what was said of both, of the one that was kept', () => {
    const heirs = new Map([['league', 'union']]);
    fc.assert(
      fc.property(interventionEntries, (entries) => {
        const merged = interventions({
          planned: asOfHeirs('intervention-planned', entries.planned, heirs),
          steps: asOfHeirs('intervention-step', entries.steps, heirs),
          struck: entries.struck,
        });
        for (const { parties: of } of merged) expect(of.has('league')).toBe(false);
      }),
    );
  });
});

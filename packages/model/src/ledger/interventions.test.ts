import { describe, expect, it } from 'vitest';
import { evenHandedness, flagsOf, interventions, type StepEntry } from './index.ts';
import { aPlan, aStep } from './interventions-for-tests.ts';

const parties = ['union', 'league', 'fishers'];

function told(plan: Parameters<typeof aPlan>[0], ...steps: Partial<StepEntry>[]) {
  const entries = steps.map((values, index) =>
    aStep({ id: `step-${index}`, number: index + 2, ...values }),
  );
  const [only] = interventions({ planned: [aPlan(plan)], steps: entries, struck: [] });
  if (!only) throw new Error('Nothing was planned');
  return only;
}
const flags = (...of: Parameters<typeof told>) =>
  flagsOf(told(...of), parties).map(({ kind, rests }) => [kind, rests.map(({ id }) => id)]);

describe('what holds of a party', () => {
  it('is what was so on the latest day, whenever it was put on record', () => {
    const one = told(
      {},
      { step: 'consent-withdrawn', on: '2026-10-05' },
      { step: 'consent-given', on: '2026-10-02' },
      { step: 'taken-up', on: '2026-10-03' },
    ).parties.get('union');
    expect([one?.consent?.step, one?.uptake?.step, one?.offer]).toEqual([
      ...['consent-withdrawn', 'taken-up', null],
    ]);
    expect(one?.history).toHaveLength(3);
  });

  it('is of one day what was put on record last, and what was struck out does not count', () => {
    const steps = [
      aStep({ id: 'asked', number: 2, step: 'consent-asked' }),
      aStep({ id: 'given', number: 3, step: 'consent-given' }),
      aStep({ id: 'declined', number: 4, step: 'consent-declined' }),
    ];
    const struck = [
      {
        ...{ kind: 'intervention-step-struck' as const, id: 'strike', number: 5, at: 5, by: null },
        step: 'declined',
      },
    ];
    const consent = (strikes: typeof struck) =>
      interventions({ planned: [aPlan()], steps, struck: strikes })[0]?.parties.get('union');
    expect(consent([])?.consent?.id).toBe('declined');
    expect(consent(struck)?.consent?.id).toBe('given');
    expect(consent(struck)?.history.map(({ struck: by }) => by?.id)).toEqual([
      ...['strike', undefined, undefined],
    ]);
  });

  it('says nothing of a party that nobody said anything of', () => {
    const [row] = evenHandedness([told({}, { step: 'offered' })], ['league']);
    expect(row).toMatchObject({ offered: [], takenUp: [], notTakenUp: [], consentGiven: [] });
    expect(row?.standings[0]).toMatchObject({ offer: null, uptake: null, consent: null });
  });
});

describe('what can be asked about', () => {
  it('is an offer to one party alone, where it is not meant for all', () => {
    const some = { reach: 'differential' as const, parties: ['union'] };
    expect(flags(some, { step: 'offered' })).toEqual([['offered-to-one', ['step-0']]]);
    expect(flags(some, { step: 'offered' }, { step: 'offered', party: 'league' })).toEqual([]);
    expect(flags(some)).toEqual([]);
    expect(flags({}, { step: 'offered' })).toEqual([['not-offered', ['step-0']]]);
  });

  it('is whether consent was asked of those who took it up, and what they said', () => {
    const given = { step: 'taken-up', on: '2026-10-02' } as const;
    expect(flags({}, given)).toEqual([['consent-not-asked', ['step-0']]]);
    expect(flags({}, given, { step: 'consent-asked' })).toEqual([]);
    for (const step of ['consent-declined', 'consent-withdrawn'] as const) {
      expect(flags({}, given, { step, on: '2026-10-03' })).toEqual([
        ['against-consent', ['step-1', 'step-0']],
      ]);
    }
    expect(flags({}, { step: 'consent-withdrawn' }, { ...given, step: 'not-taken-up' })).toEqual(
      [],
    );
  });

  it('is the purpose and the judge of what is done for some alone', () => {
    const bare = { purpose: ' ', judgedBy: '' };
    expect(flags({ ...bare, reach: 'differential' })).toEqual([
      ['no-purpose', []],
      ['nobody-judged', []],
    ]);
    expect(flags(bare)).toEqual([]);
  });
});

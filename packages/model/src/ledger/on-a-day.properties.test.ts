import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage, isAccessWithoutInfluence, saturation, teamOf } from '../indicators/convening.ts';
import { whoCouldBring } from '../indicators/who-could-bring.ts';
import { holdsOn } from '../records/index.ts';
import { aDay, dated, dayOf, people } from './dated-for-tests.ts';
import type { Dated } from './changes.ts';
import { engagements, lastContacts } from './engagements.ts';
import { levelsByAssessor } from './levels-by-assessor.ts';
import { salienceOf } from './salience.ts';
import { spreadOf } from './spread.ts';
import { stagesOn } from './stage-history.ts';
import {
  assessorOf,
  standingAssessments,
  standingLinks,
  type Assessment,
  type ConveningLink,
} from './standing.ts';

/*
 * What views show on a day, against the records up to that day read in the plainest way: whatever holds for
 * a later day is thrown away first, and of what is left the last word of each assessor counts.
 */

const team = teamOf([{ id: 'team', affiliation: 'team' }]);

/** The plain way: one after the other in the order of their days, a later one in place of an earlier. */
function lastWords<S extends Assessment | ConveningLink>(
  said: readonly S[],
  on: string,
  about: (said: S) => string,
): readonly S[] {
  const words: Record<string, S> = {};
  const upToThen = said.filter(({ asOf }) => asOf <= on);
  upToThen.sort((a, b) => a.asOf.localeCompare(b.asOf) || a.number - b.number);
  for (const one of upToThen) words[`${about(one)}/${assessorOf(one)}`] = one;
  return Object.values(words).sort((a, b) => a.number - b.number);
}

const readingsOn = (all: Dated, on: string) =>
  lastWords(all.assessments, on, ({ subject, reading }) => `${subject}/${reading.of}`);
const linksOn = (all: Dated, on: string) =>
  lastWords(all.links, on, (link) => `${link.convener}/${link.party}/${link.source}`);

const check = (holds: (all: Dated, on: string) => void) =>
  fc.assert(fc.property(dated, aDay, holds));

describe('on a day', () => {
  it('readings, their spread, levels and salience are of the last words up to then', () => {
    check((all, on) => {
      const standing = standingAssessments(all.assessments, on);
      const plain = readingsOn(all, on);
      expect(standing).toEqual(plain);
      for (const subject of ['union', 'league']) {
        const of = (list: readonly Assessment[]) => list.filter((one) => one.subject === subject);
        expect(spreadOf(of(standing))).toEqual(spreadOf(of(plain)));
        for (const [assessor, levels] of levelsByAssessor(of(standing))) {
          const said = (kind: string) =>
            plain.find(
              (one) =>
                one.subject === subject && one.reading.of === kind && assessorOf(one) === assessor,
            )?.reading.level ?? null;
          const { structural = null, legitimacy = null, urgency = null } = levels;
          expect(salienceOf({ power: structural, legitimacy, urgency })).toBe(
            salienceOf({
              ...{ power: said('structural'), legitimacy: said('legitimacy') },
              urgency: said('urgency'),
            }),
          );
        }
      }
    });
  });

  it('convening, its flags and who could bring whom are of the last words and the ties of then', () => {
    check((all, on) => {
      const [standing, plain] = [standingLinks(all.links, on), linksOn(all, on)];
      expect(standing).toEqual(plain);
      expect(coverage(people, standing, team)).toEqual(coverage(people, plain, team));
      expect(standing.filter(isAccessWithoutInfluence)).toEqual(
        plain.filter(isAccessWithoutInfluence),
      );
      const held = all.ties.filter(
        ({ since, until }) => !(since !== null && since > on) && !(until !== null && until < on),
      );
      const ties = all.ties.filter((tie) => holdsOn(tie, on));
      expect(ties).toEqual(held);
      const actors = new Set<string>(people);
      for (const party of people) {
        expect(whoCouldBring(party, { actors, links: standing, ties, team })).toEqual(
          whoCouldBring(party, { actors, links: plain, ties: held, team }),
        );
        expect(saturation(party, all.initiatives, on)).toEqual(
          all.initiatives.filter(
            ({ parties, from, until }) =>
              parties.includes(party) && !((from ?? on) > on) && !((until ?? on) < on),
          ),
        );
      }
    });
  });

  it('a participant is at the stage that the last change up to then led to', () => {
    check((all, on) => {
      for (const [participant, stage] of stagesOn(all.stageChanges, on, dayOf)) {
        const own = all.stageChanges.filter((change) => change.participant === participant);
        const last = own.filter(({ at }) => dayOf(at) <= on).at(-1);
        expect(stage).toBe(last ? last.to : own[0]?.from);
      }
    });
  });

  it('the last contact is the last one up to then', () => {
    check((all, on) => {
      const versions = all.engagements
        .map(({ now }) => now)
        .toSorted((a, b) => a.number - b.number);
      const last = lastContacts(engagements(versions, [], on));
      for (const actor of people) {
        const days = versions
          .filter((one) => one.actor === actor && one.date <= on)
          .map(({ date }) => date);
        expect(last.get(actor)?.now.date ?? null).toBe(days.sort().at(-1) ?? null);
      }
    });
  });

  it('nothing that holds for a later day only changes anything', () => {
    check((all, on) => {
      const without = all.assessments.filter(({ asOf }) => asOf <= on);
      expect(standingAssessments(all.assessments, on)).toEqual(standingAssessments(without, null));
      const links = all.links.filter(({ asOf }) => asOf <= on);
      expect(standingLinks(all.links, on)).toEqual(standingLinks(links, null));
    });
  });
});

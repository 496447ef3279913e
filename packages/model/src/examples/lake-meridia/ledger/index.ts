import type { SeededEntry } from '../../../ledger/index.ts';
import { agendaSetting } from './agenda-setting.ts';
import { decisions } from './decisions.ts';
import { firstMorning } from './first-morning.ts';
import { interventionsOfAutumn } from './interventions.ts';
import { invitationsAndReplies } from './invitations.ts';
import { screeningOfAugust } from './screening.ts';
import { stageChanges } from './stage-changes.ts';

/** What is on record from August 2026 to noon of the first day in Geneva, in the order in which it came. */
export const lakeMeridiaLedger: readonly SeededEntry[] = [
  ...screeningOfAugust,
  ...stageChanges,
  ...invitationsAndReplies,
  ...interventionsOfAutumn,
  ...agendaSetting,
  ...firstMorning,
  ...decisions,
].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));

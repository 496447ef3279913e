import type { Tie } from '../../records/index.ts';
import type { Seeded } from '../seeded.ts';

/** Ties of the invented basin, those of the team among them (P8). Sources are invented too. */
export const ties: Seeded<'tie'> = [
  // Upstream and downstream.
  tie('upland-water-union', 'delta-farmers-league', 'alliance', 2, '2025-09-14', 'Joint letter to the Ministry, September 2025', 'Against the decree, not for each other.'),
  tie('upland-water-union', 'lake-fishers-council', 'broken', 2, '2015-05-02', 'Interview with a former harbour master, April 2026', 'Shared a warehouse until the night closures.', '2022-08-30'),
  tie('upland-water-union', 'ministry-of-water', 'conflict', 3, '2022-06-18', 'Court file on the sluices, 2022'),
  tie('upland-water-union', 'terrace-growers', 'alliance', 3, '2011-03-01', 'Statutes of the Union'),
  tie('orsa-velin', 'upland-water-union', 'influence', 3, '2019-04-06', 'Minutes of the Union’s assembly'),
  tie('orsa-velin', 'tamek-duro', 'informal', 1, '2003-09-01', 'Both of them, separately', 'Same teacher training college. They still write at New Year.'),
  tie('terrace-growers', 'upland-governorate', 'conflict', 1, '2024-02-11', 'Team visit, February 2026', 'About the closed road.'),
  tie('tamek-duro', 'delta-farmers-league', 'influence', 3, '2017-10-20', 'League’s founding act'),
  tie('delta-farmers-league', 'lake-fishers-council', 'close', 2, '2021-01-15', 'Partner’s report, May 2026'),
  tie('delta-farmers-league', 'women-of-the-basin', 'informal', 1, '2024-11-03', 'Team interview, March 2026'),
  tie('delta-farmers-league', 'rice-millers-guild', 'alliance', 2, '2018-06-01', 'Price agreement of 2018'),
  tie('delta-farmers-league', 'canal-users-committee', 'close', 3, '2017-10-20', 'Team visit, May 2026'),
  tie('delta-farmers-league', 'reed-bank-militia', 'broken', 2, '2019-08-01', 'Two farmers, separately, May 2026', 'Protection that nobody asked for, ended after the mines.', '2023-07-12'),
  tie('rice-millers-guild', 'delta-governorate', 'influence', 2, '2020-01-01', 'Press archive'),
  tie('canal-users-committee', 'reed-bank-militia', 'family-or-clan', 2, null, 'Team visit, May 2026', 'Brothers, on both sides of the bank.'),
  // The lake.
  tie('lake-fishers-council', 'women-of-the-basin', 'close', 3, '2016-03-08', 'Annual report of Women of the Basin'),
  tie('lake-fishers-council', 'hydro-meridia', 'conflict', 3, '2018-11-26', 'Petition on the drawdown, 2018'),
  tie('lake-fishers-council', 'lake-monitors', 'alliance', 2, '2022-04-22', 'Joint readings at seven harbours'),
  tie('lake-fishers-council', 'lakeside-dialogue-trust', 'close', 2, '2020-05-10', 'Trust’s annual report'),
  tie('displaced-families-board', 'hydro-meridia', 'conflict', 2, '2018-04-30', 'Resettlement register, 2018'),
  tie('displaced-families-board', 'women-of-the-basin', 'close', 2, '2019-02-17', 'Team visit, June 2026'),
  tie('displaced-families-board', 'reed-bank-militia', 'informal', 1, null, 'One source only', 'Said to recruit in the camps.'),
  // State and arms.
  tie('premiers-office', 'ministry-of-water', 'command', 3, '2021-12-05', 'Government gazette'),
  tie('premiers-office', 'upland-governorate', 'command', 2, '2021-12-05', 'Government gazette'),
  tie('premiers-office', 'delta-governorate', 'command', 2, '2023-03-19', 'Government gazette'),
  tie('premiers-office', 'radio-meridia', 'influence', 2, '2023-03-19', 'Former editor, April 2026', 'The licence is signed in this office.'),
  tie('ministry-of-water', 'northern-command', 'influence', 1, '2022-01-10', 'Team interview, March 2026', 'Access more than influence.'),
  tie('ministry-of-water', 'hydro-meridia', 'alliance', 3, '2016-07-01', 'Concession of 2016'),
  tie('ministry-of-water', 'basin-states-commission', 'informal', 2, '2014-01-01', 'Commission’s staff list'),
  tie('ministry-of-water', 'hydrology-office', 'command', 3, '1998-01-01', 'Organisation law of 1998'),
  tie('northern-command', 'barrage-guard', 'command', 3, '2018-11-26', 'Order on the barrage, 2018'),
  tie('colonel-varr', 'northern-command', 'command', 3, '2020-08-15', 'Press archive'),
  tie('colonel-varr', 'havan-osk', 'family-or-clan', 2, '1994-06-12', 'Havan Osk, in his own words', 'Brothers-in-law. The shortest way to the Command that does not go through the Ministry.'),
  tie('barrage-guard', 'reed-bank-militia', 'conflict', 3, '2023-07-12', 'Incident list of the Monitors'),
  tie('barrage-guard', 'hydro-meridia', 'close', 2, '2018-11-26', 'Contract on access to the intake'),
  tie('lowland-bank', 'hydro-meridia', 'funding', 3, '2016-07-01', 'Loan register', 'Runs to 2041.'),
  // Society.
  tie('council-of-elders', 'upland-water-union', 'close', 2, null, 'Council of Elders, March 2026'),
  tie('havan-osk', 'council-of-elders', 'influence', 2, '2009-01-01', 'Council of Elders, March 2026'),
  tie('council-of-elders', 'shrine-keepers', 'close', 3, null, 'Council of Elders, March 2026'),
  tie('council-of-elders', 'dialogue-team', 'close', 2, '2025-03-02', 'Team’s own contact log'),
  tie('women-of-the-basin', 'youth-water-network', 'close', 2, '2021-08-12', 'Joint camp, each August'),
  tie('women-of-the-basin', 'dialogue-team', 'close', 2, '2025-06-20', 'Team’s own contact log'),
  tie('youth-water-network', 'lake-monitors', 'close', 2, '2023-05-01', 'Shared sensors'),
  tie('lake-monitors', 'hydro-meridia', 'conflict', 1, '2024-01-22', 'Complaint about the intake gauge'),
  tie('radio-meridia', 'upland-water-union', 'broken', 1, '2017-01-01', 'Orsa Velin, May 2026', 'No interviews since “the tap-turners”.', '2024-03-15'),
  tie('water-institute', 'hydrology-office', 'close', 2, '2012-10-01', 'Joint papers'),
  tie('water-institute', 'dialogue-team', 'informal', 1, '2025-11-11', 'Team’s own contact log'),
  tie('meridians-abroad', 'upland-water-union', 'funding', 1, '2022-09-01', 'Union’s treasurer', 'Amounts are not known.'),
  tie('meridians-abroad', 'radio-meridia', 'informal', 1, '2020-01-01', 'Press archive'),
  // From outside.
  tie('regional-power', 'northern-command', 'influence', 3, '2013-05-01', 'Two diplomats, separately, 2026'),
  tie('regional-power', 'lowland-bank', 'funding', 2, '2015-02-01', 'Annual report of the bank'),
  tie('regional-power', 'basin-states-commission', 'influence', 2, '2010-01-01', 'Budget of the Commission'),
  tie('open-lakes-fund', 'ministry-of-water', 'funding', 3, '2023-01-01', 'Loan agreement, published'),
  tie('open-lakes-fund', 'water-institute', 'funding', 1, '2024-01-01', 'Institute’s website'),
  // The team, its partner and who pays for them (P8).
  tie('northlight-foundation', 'dialogue-team', 'funding', 3, '2025-01-01', 'Grant agreement, disclosed to all parties'),
  tie('northlight-foundation', 'lakeside-dialogue-trust', 'funding', 2, '2025-01-01', 'Grant agreement, disclosed to all parties'),
  tie('lakeside-dialogue-trust', 'dialogue-team', 'alliance', 2, '2025-02-10', 'Memorandum between the two'),
  tie('nadia-halden', 'dialogue-team', 'close', 3, '2025-01-01', 'Team’s own register'),
  tie('nadia-halden', 'basin-states-commission', 'informal', 1, '2016-02-01', 'Team’s own register', 'Former employer.', '2021-06-30'),
  tie('tomas-reyl', 'dialogue-team', 'close', 3, '2025-01-01', 'Team’s own register'),
  tie('tomas-reyl', 'hydrology-office', 'informal', 1, '2008-09-01', 'Team’s own register', 'Former teacher of two of its staff.'),
  tie('amira-kessan', 'dialogue-team', 'close', 3, '2025-04-01', 'Team’s own register'),
  tie('amira-kessan', 'women-of-the-basin', 'family-or-clan', 1, null, 'Team’s own register, disclosed to all parties', 'An aunt on the board.'),
];

/** One tie a line: dates are ISO dates, `strength` 1 weak to 3 strong. */
function tie(
  from: string,
  to: string,
  kind: Tie['kind'],
  strength: Tie['strength'],
  since: string | null,
  source: string,
  note = '',
  until: string | null = null,
) {
  return { id: `${from}--${to}`, from, to, kind, strength, since, until, note, source };
}

import { expect, test } from 'vitest';
import { boardRecordTypes } from './index.ts';

/** `sector: '' · level: null`, after the name and version of the type. */
const said = ({
  name,
  version,
  unsaid,
}: (typeof boardRecordTypes)[keyof typeof boardRecordTypes]) =>
  `${name} ${version}: ${Object.entries(unsaid)
    .map(([field, value]) => `${field} ${JSON.stringify(value)}`)
    .join(' · ')}`;

/*
 * A record that does not store a field is read as if it held what stands here. So another default takes a
 * migration that gives the old one to records without it; a line whose version stayed must only grow.
 */
test('what a record is read as that does not say it', () => {
  expect(Object.values(boardRecordTypes).map(said)).toMatchInlineSnapshot(`
    [
      "actor 5: kind "group" · role "primary" · level null · track null · sector "" · expression null · affiliation null · pseudonym "" · at null · within null · fields {}",
      "tie 2: kind "close" · strength null · since null · until null · source "" · fields {}",
      "participant 1: name "" · pseudonym "" · actor null · delegation null · party "" · capacity "representative" · gender "undisclosed" · ageBand "undisclosed" · region "" · sector "" · level null · nominatedBy "" · riskLevel null · stage "longlisted" · modality null · availability {} · availabilityNote """,
      "inclusionTarget 2: label "" · also [] · comparison "at-least" · scope "process" · only null · stage "longlisted" · counted null · setBy "" · reported null",
      "agendaDay 1: title "" · start "09:00" · end null · timeZone null",
      "agendaBlock 3: form "plenary" · lead "" · noteTaker "" · duration 60 · buffer 0 · fixedStart null · track 0 · room null · everyone true · interpreter "" · recordKeeping "none"",
      "informationNeed 1: supplier "" · supplierActor null · offeredToAll "unknown"",
      "room 1: seats null · note """,
      "groundRule 1: preset null · proposedBy """,
      "funding 1: payerActor null · isParty "unknown" · covers "" · amount "unknown" · conditions "" · reportsTo "" · detail null · confidential """,
      "glossaryTerm 1: usedBy """,
      "settings 4: countedAs "confirmed" · freeSeats 0 · smallGroups 5 · positionsLocked false · timeZone "UTC" · secondTimeZone null",
      "parallelInitiative 1: convener "" · track null · from null · until null",
      "screeningCriterion 1: scale """,
      "letterTemplate 1: language "" · direction "ltr" · subject "" · title "" · dates "" · place "" · replyBy "" · sender """,
      "observance 1: from null · until null · start null · end null",
      "merge 1: ",
    ]
  `);
});

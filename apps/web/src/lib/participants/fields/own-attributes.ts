import {
  newId,
  settingsId,
  type Board,
  type Participant,
  type Result,
  type Settings,
} from '@parley/model';
import { withoutKey } from '../without-key.ts';

type Attributes = Settings['attributes'];

/** Adds an attribute without values at the end. */
export function addAttribute(board: Board, attributes: Attributes, label: string): Result<void> {
  return write(board, { ...attributes, [newId()]: { label, values: {} } });
}

/** Changes what an attribute or its values are called; who has which value stays. */
export function changeAttribute(
  board: Board,
  attributes: Attributes,
  id: string,
  attribute: Attributes[string],
): Result<void> {
  return write(board, { ...attributes, [id]: attribute });
}

/** Adds a value to an attribute. */
export function addValue(
  board: Board,
  attributes: Attributes,
  id: string,
  label: string,
): Result<void> {
  const attribute = attributes[id];
  if (!attribute) return write(board, attributes);
  const values = { ...attribute.values, [newId()]: label };
  return changeAttribute(board, attributes, id, { ...attribute, values });
}

/** Removes an attribute with the values that people have of it: one act. */
export function removeAttribute(
  board: Board,
  attributes: Attributes,
  people: readonly Participant[],
  id: string,
): Result<void> {
  return board.act('remove attribute', () => {
    takeFromPeople(board, people, id, () => true);
    return write(board, withoutKey(attributes, id));
  });
}

/** Removes one value; people who have it have none then: not known, not any other (P2). */
export function removeValue(
  board: Board,
  attributes: Attributes,
  people: readonly Participant[],
  id: string,
  value: string,
): Result<void> {
  const attribute = attributes[id];
  if (!attribute) return write(board, attributes);
  const values = withoutKey(attribute.values, value);
  return board.act('remove value', () => {
    takeFromPeople(board, people, id, (held) => held === value);
    return changeAttribute(board, attributes, id, { ...attribute, values });
  });
}

/** How many people have a value of an attribute, or the given one. */
export function peopleWith(people: readonly Participant[], id: string, value?: string): number {
  return people.filter(({ attributes }) => {
    const held = attributes[id];
    return held !== undefined && (value === undefined || held === value);
  }).length;
}

function takeFromPeople(
  board: Board,
  people: readonly Participant[],
  id: string,
  isTaken: (held: string) => boolean,
) {
  for (const person of people) {
    const held = person.attributes[id];
    if (held === undefined || !isTaken(held)) continue;
    board.change('participant', person.id, { attributes: withoutKey(person.attributes, id) });
  }
}

const write = (board: Board, attributes: Attributes) =>
  board.change('settings', settingsId, { attributes });

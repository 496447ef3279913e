import { Board, seedBoard, settingsId, type Settings } from '@parley/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addAttribute,
  addValue,
  changeAttribute,
  peopleWith,
  removeAttribute,
  removeValue,
} from './own-attributes.ts';

let board: Board;

const attributes = (): Settings['attributes'] =>
  board.get('settings', settingsId)?.attributes ?? {};
const people = () => board.list('participant');
const held = () => people().map((person) => person.attributes);
const theId = () => Object.keys(attributes())[0] ?? '';
const valueCalled = (label: string) =>
  Object.entries(attributes()[theId()]?.values ?? {}).find(([, name]) => name === label)?.[0] ?? '';

beforeEach(() => {
  const doc = new Y.Doc();
  seedBoard(doc, {});
  board = new Board(doc);
  addAttribute(board, attributes(), 'Bank');
  addValue(board, attributes(), theId(), 'Upstream');
  addValue(board, attributes(), theId(), 'Downstream');
  board.createAll('participant', [
    { attributes: { [theId()]: valueCalled('Upstream'), other: 'kept' } },
    { attributes: { [theId()]: valueCalled('Downstream') } },
  ]);
});
afterEach(() => board.destroy());

describe('attributes of a process', () => {
  it('keep who has which value when they are renamed', () => {
    const before = held();
    const attribute = attributes()[theId()];
    if (!attribute) throw new Error('No attribute');
    changeAttribute(board, attributes(), theId(), { ...attribute, label: 'River bank' });
    expect(attributes()[theId()]?.label).toBe('River bank');
    expect(held()).toEqual(before);
  });

  it('take with them what people had of them, in one step of undo', () => {
    const before = held();
    removeAttribute(board, attributes(), people(), theId());
    expect(attributes()).toEqual({});
    expect(held()).toEqual([{ other: 'kept' }, {}]);
    board.undo();
    expect(held()).toEqual(before);
    expect(Object.keys(attributes())).toHaveLength(1);
  });

  it('leave people of a removed value without one: not known, not another (P2)', () => {
    removeValue(board, attributes(), people(), theId(), valueCalled('Upstream'));
    expect(peopleWith(people(), theId())).toBe(1);
    expect(peopleWith(people(), theId(), valueCalled('Downstream'))).toBe(1);
    expect(held()[0]).toEqual({ other: 'kept' });
  });
});

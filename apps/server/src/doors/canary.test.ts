import { SpaceCreated, doors, paths, type Command, type DoorName } from '@parley/contracts';
import { Board } from '@parley/model';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCommander } from '../testing/commander.ts';
import { openBoard } from '../testing/open-board.ts';
import { openPlace, type Place } from '../testing/place.ts';
import { Receiver } from '../testing/receiver.ts';
import {
  invite,
  joinAsGuest,
  openParley,
  setUpLead,
  type TestParley,
} from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

/*
 * A secret word is put into each kind of place of a caucus, while somebody of the same process who is
 * no member of it, and somebody of another process, ask for all that they can and listen to all that
 * they hear. No byte that reaches them holds one of the words, in any form.
 */
let parley: TestParley;
let lead: Visitor;
let team: Place;
beforeAll(async () => {
  parley = await openParley();
  lead = await setUpLead(parley);
  team = await openPlace(parley, lead);
});
afterAll(() => parley.end());

const words = {
  title: 'canary-caucus-title-71',
  member: 'canary-member-name-72',
  actor: 'canary-actor-name-73',
  typing: 'canary-selection-74',
  comment: 'canary-comment-text-75',
  question: 'canary-vote-question-76',
  reply: 'canary-words-of-a-reply-78',
  renamed: 'canary-new-title-77',
};

/** Everything that can be read about a space and its process, allowed or not. */
const reading = (Object.keys(doors) as DoorName[]).filter((name) => name.startsWith('GET '));

async function askEverything(receiver: Receiver, spaceId: string): Promise<void> {
  for (const name of reading) {
    const path = name.slice(4).replace(':spaceId', spaceId).replace(':processId', team.processId);
    await receiver.ask('GET', path);
  }
  await receiver.ask('GET', `/p/${team.processId}/${spaceId}/actors`);
  await receiver.ask('PATCH', paths.space(spaceId), { title: 'x' });
  await receiver.ask('POST', paths.exports(spaceId), { what: 'participants' });
}

it('no byte of a caucus reaches who is not in it', { timeout: 60_000 }, async () => {
  const caucus = { kind: 'caucus', title: words.title, attribution: 'named' };
  const made = await lead.post(paths.spaces(team.processId), caucus);
  const spaceId = v.parse(SpaceCreated, made.body).space.id;
  const colleague = (await team.join('facilitator', 'edit')).visitor;
  const stranger = (await (await openPlace(parley, lead)).join('lead', 'edit')).visitor;
  const receivers = {
    member: new Receiver(parley.origin, lead),
    colleague: new Receiver(parley.origin, colleague),
    stranger: new Receiver(parley.origin, stranger),
  };

  // They listen while it happens, from their own space and at the caucus itself.
  for (const receiver of Object.values(receivers)) {
    for (const place of [team.spaceId, spaceId]) {
      receiver.openDocuments(place);
      await receiver.listen(place);
    }
  }

  for (const receiver of Object.values(receivers)) await askEverything(receiver, spaceId);

  const secrets: string[] = [];
  await joinAsGuest(parley, lead, spaceId, words.member);
  secrets.push((await invite(lead, spaceId)).secret);
  const board = await openBoard(parley, lead, spaceId);
  board.provider.awareness.setLocalState({ selection: [words.typing] });
  const records = new Board(board.doc);
  const actor = records.create('actor', { name: words.actor });
  const person = records.create('participant', { pseudonym: 'U-01' });
  if (!actor.ok || !person.ok) throw new Error('Nobody was made');
  const commander = await openCommander(parley, lead);
  const comment: Command = {
    kind: 'comment',
    about: { type: 'actor', id: actor.value },
    text: words.comment,
    thread: null,
    mentions: [],
  };
  await expect
    .poll(async () => (await commander.send(spaceId, comment)).accepted, { timeout: 10_000 })
    .toBe(true);
  const vote: Command = {
    kind: 'open-vote',
    question: words.question,
    options: ['Yes', 'No'],
    dots: 1,
    secret: true,
  };
  expect(await commander.send(spaceId, vote)).toMatchObject({ accepted: true });
  const reply: Command = {
    ...{ kind: 'record-reply', participants: [person.value], reply: 'declines' },
    ...{ on: '2026-03-09', said: words.reply },
  };
  expect(await commander.send(spaceId, reply)).toMatchObject({ accepted: true });
  await lead.patch(paths.space(spaceId), { title: words.renamed });

  for (const receiver of Object.values(receivers)) {
    for (const place of [team.spaceId, spaceId]) {
      await askEverything(receiver, place);
      receiver.openDocuments(place);
    }
  }

  // The control: all of it reaches a member, so that it would be found.
  const { member, ...others } = receivers;
  for (const [where, word] of Object.entries(words)) {
    await expect.poll(() => [where, member.formsOf(word)]).toEqual([where, ['utf-8', 'address']]);
  }
  for (const [who, receiver] of Object.entries(others)) {
    const found = [...Object.values(words), ...secrets].filter(
      (word) => receiver.formsOf(word).length > 0,
    );
    expect([who, found]).toEqual([who, []]);
  }
  for (const one of [...Object.values(receivers), board, commander]) one.close();
});

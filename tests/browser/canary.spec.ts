import { doors, documentKinds, paths, SessionAnswer } from '@parley/contracts';
import type { BrowserContext, Page } from '@playwright/test';
import { createEncoder, toUint8Array, writeAny } from 'lib0/encoding';
import * as v from 'valibot';
import { actorPanel, addActor } from './support/actors.ts';
import { addBlock } from './support/agenda.ts';
import { beginToAssess } from './support/assess.ts';
import {
  addPerson,
  declineLastPerson,
  nameLastPerson,
  recordReply,
  screenBlindly,
  writeCriterion,
  writeLetter,
} from './support/canary-people.ts';
import {
  needInformation,
  observeCost,
  parkItem,
  proposeItem,
  recordDecisionInFull,
  withdrawDecision,
  writeFunding,
  writeTerm,
} from './support/canary-process.ts';
import { matrix, state } from './support/convening.ts';
import { recordContact } from './support/engagement.ts';
import { goTo } from './support/frame.ts';
import { answerSomething, planSomething } from './support/interventions.ts';
import { askForVote, openPanel, recordDecision } from './support/ledger.ts';
import { Parley } from './support/parley.ts';
import { Received } from './support/received.ts';
import { openRound, rate, saySource, sayWhy } from './support/rounds.ts';
import { lead, spaceOf, Team } from './support/team.ts';
import { expect, test } from './support/test.ts';

/*
 * A secret word is put into each kind of place, on the screen, while others have their pages open in
 * browsers of their own. Every byte that these browsers receive is searched: who may see a place has
 * its word, so that it would be found; who may not has it in no form, whatever they ask for. Nor is it
 * in the server's log. (apps/server/src/doors/canary.test.ts does so with clients that keep no rule.)
 */

/** Where people write. A new kind of place is one row; each is filled in a team and in a caucus. */
const places: Readonly<Record<string, (page: Page, word: string) => Promise<unknown>>> = {
  block: addFirstBlock,
  person: addPerson,
  'real name': nameLastPerson,
  reply: recordReply,
  'reason to decline': declineLastPerson,
  letter: writeLetter,
  criterion: writeCriterion,
  actor: addActor,
  comment: commentOnActor,
  reading: assessActor,
  contact: recordContact,
  question: (page, word) => askForVote(page, word, ['Yes', 'No']),
  decision: recordDecision,
  'cost of not acting': recordDecisionInFull,
  'cost that was observed': observeCost,
  mistake: withdrawDecision,
  card: placeCard,
  initiative: addInitiative,
  statement: sayWhoCanBring,
  intervention: planSomething,
  answer: answerSomething,
  round: rateBlindly,
  'kind of tie': nameTieKind,
  'column of a file': importColumn,
  item: proposeItem,
  'reason to park': parkItem,
  'information need': needInformation,
  funding: writeFunding,
  'word of a glossary': writeTerm,
};

const wordsOf = (space: 'team' | 'caucus'): readonly string[] =>
  Object.keys(places).map((what) => wordFor(what, space));
const wordFor = (what: string, space: 'team' | 'caucus') => `Canarý ${what} zq${space}`;

const caucusTitle = 'Canarý caucus zqtitle';
const caucusGuest = 'Canarý guest zqname';
/** Why somebody rated or scored so while it is not revealed: its author alone may have it. */
const blind = [
  ...(['team', 'caucus'] as const).map((space) => `${wordFor('round', space)} blind`),
  `${wordFor('criterion', 'team')} blind`,
];
/** Dots on eight options: a pattern that stands nowhere else. */
const ballot = [0, 1, 0, 0, 0, 2, 0, 0];

/** Somebody at a browser of which every arriving byte is kept. */
class Watcher {
  readonly received = new Received();
  readonly #context: BrowserContext;

  constructor(context: BrowserContext) {
    this.#context = context;
  }

  async open(address: string): Promise<Page> {
    const page = await this.#context.newPage();
    await this.received.over(page);
    await page.goto(address);
    return page;
  }

  /** Of these words those that have come, from such addresses. */
  among = (words: readonly string[], from = ''): readonly string[] =>
    words.filter((word) => this.received.formsOf(word, from).length > 0);
}

test('no byte of a space reaches a browser outside it, and no secret one inside', async ({
  browser,
}) => {
  const parley = await Parley.start({ LOG_LEVEL: 'trace' });
  const team = new Team(parley, browser);
  const leads = await team.signIn();
  const process = await team.makeProcess(leads, 'Two valleys');
  const elsewhere = await team.makeProcess(leads, 'Another matter');
  const wish = { kind: 'caucus', title: caucusTitle, attribution: 'non-attribution' } as const;
  const caucusId = (await team.makeSpace(leads, process, wish)).id;
  const teamId = spaceOf(process);
  const inside = await team.join(leads, process, 'Bilal Omar', 'participant');
  await addMember(leads, parley.origin, caucusId, await idOf(inside, parley.origin));
  const nadia = new Watcher(leads);
  const bilal = new Watcher(inside);
  const outsiders = {
    colleague: new Watcher(await team.join(leads, process, 'Chadia', 'facilitator')),
    stranger: new Watcher(await team.join(leads, elsewhere, 'Olu', 'facilitator')),
    nobody: new Watcher(await team.visitor()),
  };
  const address = (spaceId: string) => `${parley.origin}/p/${process.id}/${spaceId}/actors`;

  // All have their pages open while it happens.
  const mine = await nadia.open(address(teamId));
  for (const spaceId of [teamId, caucusId]) await bilal.open(address(spaceId));
  const pages = {
    colleague: await outsiders.colleague.open(address(teamId)),
    stranger: await outsiders.stranger.open(team.address(elsewhere, 'actors')),
    nobody: await outsiders.nobody.open(`${parley.origin}/sign-in`),
  };

  await fill(mine, 'team');
  // Not in the caucus: who screens is on record there by name (decision 0022), and the author is no name.
  await screenBlindly(mine, wordFor('criterion', 'team'));
  await mine.goto(address(caucusId));
  await fill(mine, 'caucus');
  const secret = await inviteAndJoin(mine, team);
  await vote(mine);
  await mine.reload();
  await expect(await openPanel(mine, 'Votes')).toContainText('Your vote counts.');
  for (const spaceId of [teamId, caucusId]) {
    for (const page of Object.values(pages)) await askForAll(page, process.id, spaceId);
  }

  // The control: all of it reaches those who may have it.
  const ofCaucus = [caucusTitle, caucusGuest, ...wordsOf('caucus')];
  const all = [...wordsOf('team'), ...ofCaucus];
  await expect.poll(() => bilal.among(all)).toEqual(all);
  expect(nadia.among([secret])).toEqual([secret]);
  await expect.poll(() => nadia.among(blind)).toEqual(blind);
  expect(nadia.received.formsOf(JSON.stringify(ballot))).toContain('utf-8');
  const author = [lead.name, await idOf(leads, parley.origin)];
  const authorIn = (id: string) => bilal.among(author, `${id}.ledger`);
  expect(authorIn(teamId)).toEqual(author);
  const saidInCaucus = [wordFor('comment', 'caucus')];
  expect(bilal.among(saidInCaucus, `${caucusId}.ledger`)).toEqual(saidInCaucus);

  // And none of it anybody else.
  expect(authorIn(caucusId), 'who spoke under non-attribution').toEqual([]);
  expect(bilal.among([secret, JSON.stringify(ballot), ...blind])).toEqual([]);
  const { colleague, ...strangers } = outsiders;
  expect(colleague.among([...ofCaucus, secret, JSON.stringify(ballot), ...blind])).toEqual([]);
  expect(colleague.among(wordsOf('team'))).toEqual(wordsOf('team'));
  for (const [who, { among }] of Object.entries(strangers)) {
    expect(
      among([...all, ...blind, secret, 'Two valleys', lead.name, JSON.stringify(ballot)]),
      who,
    ).toEqual(who === 'stranger' ? [lead.name] : []);
  }
  const encoder = createEncoder();
  writeAny(encoder, ballot);
  for (const watcher of [bilal, ...Object.values(outsiders)]) {
    expect(watcher.received.has(Buffer.from(toUint8Array(encoder))), 'a ballot in a document').toBe(
      false,
    );
  }
  for (const { received } of [nadia, bilal, ...Object.values(outsiders)]) {
    expect(received.missed).toEqual([]);
  }
  await team.end();
  await parley.remove();
  expect(team.watch.faults).toEqual([]);
  expect(parley.printed).toContain('"level":"info"');
  expect(
    [...all, ...blind, secret, ...author].filter((word) => parley.printed.includes(word)),
  ).toEqual([]);
});

async function idOf(context: BrowserContext, origin: string): Promise<string> {
  const answer = await context.request.get(`${origin}${paths.session}`);
  return v.parse(SessionAnswer, await answer.json()).person.id;
}

async function addMember(by: BrowserContext, origin: string, spaceId: string, personId: string) {
  const data = { personId, capability: 'contribute' };
  const added = await by.request.post(`${origin}${paths.members(spaceId)}`, {
    data,
    headers: { origin },
  });
  expect(added.ok()).toBe(true);
}

async function fill(page: Page, space: 'team' | 'caucus') {
  for (const [what, put] of Object.entries(places)) await put(page, wordFor(what, space));
}

async function addFirstBlock(page: Page, title: string) {
  await goTo(page, 'agenda');
  await page.getByRole('button', { name: 'Add a first day' }).click();
  await addBlock(page, 'Plenary', title);
}

async function commentOnActor(page: Page, text: string) {
  const comments = actorPanel(page).getByRole('region', { name: /^Comments/ });
  await comments.getByLabel('Add a comment').fill(text);
  await comments.getByRole('button', { name: 'Comment' }).click();
}

async function assessActor(page: Page, why: string) {
  await actorPanel(page).getByRole('button', { name: 'Assess' }).click();
  const sheet = await beginToAssess(page, 'A document');
  await sheet.getByRole('radio', { name: '3' }).first().click();
  await sheet.getByRole('button', { name: 'Why: Structural power' }).click();
  await sheet.getByLabel('Why you read it so').fill(why);
  await sheet.getByRole('button', { name: 'Save reading' }).click();
  await page.keyboard.press('Escape');
}

const show = (page: Page, view: string) => page.goto(new URL(`?view=${view}`, page.url()).href);

/** Puts a card, and makes an actor of it: a second one, which can bring the first. */
async function placeCard(page: Page, name: string) {
  await show(page, 'cards');
  await page.getByLabel('Name of a person or group').fill(name);
  await page.getByRole('button', { name: 'Put the card' }).click();
  await page.getByRole('button', { name: 'Place on the map' }).click();
  await expect(page.getByRole('heading', { name: 'No card waits' })).toBeVisible();
}

const firstActor = (page: Page) =>
  matrix(page).getByRole('columnheader', { name: /^Canarý actor/ });

async function addInitiative(page: Page, name: string) {
  await show(page, 'convening');
  await firstActor(page).click();
  await page.getByRole('button', { name: 'Add an initiative' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add an initiative' });
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}

async function sayWhoCanBring(page: Page, why: string) {
  const party = (await firstActor(page).textContent()) ?? '';
  await state(page, {
    ...{ convener: party.replace('actor', 'card').trim(), party: party.trim() },
    ...{ source: 'Normative power', figures: ['4', 'u', '0'], why },
  });
  await expect(page.getByRole('complementary').getByRole('article')).toContainText(why);
}

/** Opens a round and rates in it; it is never revealed. */
async function rateBlindly(page: Page, title: string) {
  await show(page, 'rounds');
  await openRound(page, title, 1);
  await saySource(page, 'Seen ourselves');
  await rate(page, ['3']);
  await sayWhy(page, `${title} blind`);
  // It is at the server: one's own come back.
  await expect(page.getByRole('article', { name: title })).toContainText('1 of');
  await page.reload();
  await expect(page.getByRole('article', { name: title })).toContainText('1 of');
}

/** Gives a kind of tie a name of the process's own. */
async function nameTieKind(page: Page, name: string) {
  await show(page, 'network');
  await page.getByRole('button', { name: 'Edit the legend' }).click();
  const legend = page.getByRole('dialog', { name: 'Edit the legend' });
  await legend.getByRole('textbox').first().fill(name);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(legend).toBeHidden();
}

/** Takes an actor from a file that says more of it than the map has fields for. */
async function importColumn(page: Page, name: string) {
  await page.getByRole('button', { name: 'Import and export' }).click();
  await page.getByRole('menuitem', { name: /Import/ }).click();
  const dialog = page.getByRole('dialog');
  const buffer = Buffer.from(`Label,${name}\nBoat yard,by the lake\n`);
  const file = { name: 'map.csv', mimeType: 'text/csv', buffer };
  await dialog.locator('input[type=file]').setInputFiles(file);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** @returns the secret of the link by which somebody has joined the space of this page */
async function inviteAndJoin(page: Page, team: Team): Promise<string> {
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: new RegExp(`^${caucusTitle} \\d`) }).click();
  await page.getByRole('button', { name: 'Invitation links' }).click();
  await page.getByRole('button', { name: 'New link' }).click();
  await page.getByRole('combobox', { name: 'How many may join' }).click();
  await page.getByRole('option', { name: '5 people', exact: true }).click();
  await page.getByRole('button', { name: 'Create link' }).click();
  const link = await page.getByRole('textbox', { name: 'Invitation link' }).inputValue();
  await page.keyboard.press('Escape');
  const guest = await (await team.visitor()).newPage();
  await guest.goto(link);
  await guest.getByLabel('Your name').fill(caucusGuest);
  await guest.getByRole('button', { name: 'Join' }).click();
  await guest.getByRole('heading', { level: 1, name: 'Actors' }).waitFor();
  return new URL(link).hash.slice(1);
}

/** Asks for a secret vote and casts one's own. */
async function vote(page: Page) {
  const card = await askForVote(
    page,
    'Where?',
    ballot.map((_, option) => `Place ${option + 1}`),
  );
  for (const [option, dots] of ballot.entries()) {
    const more = card.getByRole('button', { name: `One dot more on Place ${option + 1}` });
    for (let dot = 0; dot < dots; dot += 1) await more.click();
  }
  await card.getByRole('button', { name: 'Cast my vote' }).click();
  await expect(card).toContainText('Your vote counts.');
}

/** Asks from inside a page for everything of a space and its process, allowed or not. */
async function askForAll(page: Page, processId: string, spaceId: string) {
  const addresses = Object.keys(doors)
    .filter((name) => name.startsWith('GET '))
    .map((name) => name.slice(4).replace(':spaceId', spaceId).replace(':processId', processId));
  await page.evaluate(
    async ({ addresses, documents, changed, exported }) => {
      const json = { 'content-type': 'application/json' };
      const body = JSON.stringify({ title: 'x', what: 'participants' });
      for (const address of addresses) await (await fetch(address)).text();
      await (await fetch(changed, { method: 'PATCH', headers: json, body })).text();
      await (await fetch(exported, { method: 'POST', headers: json, body })).text();
      for (const document of documents) {
        const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/sync/${document}`);
        // y-websocket's first message: sync step 1 of an empty document.
        socket.onopen = () => socket.send(Uint8Array.of(0, 0, 1, 0));
        await new Promise((resolve) => {
          socket.onmessage = resolve;
          socket.onclose = resolve;
        });
      }
    },
    {
      addresses: [...addresses, `/p/${processId}/${spaceId}/actors`],
      documents: documentKinds.map((kind) => `${spaceId}.${kind}`),
      changed: paths.space(spaceId),
      exported: paths.exports(spaceId),
    },
  );
}

import { ProcessesAnswer, exampleNames, paths } from '@parley/contracts';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { amirasParley } from '../testing/amiras-parley.ts';
import { joinAsGuest, makeProcess, teamOf } from '../testing/test-parley.ts';

const here = amirasParley();

describe('processes', () => {
  it('are made with a team space that their maker leads', async () => {
    const process = await makeProcess(here.lead, '  Coast talks ');
    expect(process).toMatchObject({
      title: 'Coast talks',
      example: 'none',
      spaces: [{ kind: 'team', role: 'lead', capability: 'edit' }],
    });
    const listed = await here.lead.get(paths.processes);
    expect(v.parse(ProcessesAnswer, listed.body).processes).toContainEqual(process);
  });

  it('are listed newest first', async () => {
    await makeProcess(here.lead, 'Older');
    here.parley.pass(1);
    await makeProcess(here.lead, 'Newer');
    const { body } = await here.lead.get(paths.processes);
    expect(body).toMatchObject({ processes: [{ title: 'Newer' }, { title: 'Older' }, {}] });
  });

  it.each(exampleNames)('can start from the example %s', async (example) => {
    const answer = await here.lead.post(paths.examples, { example });
    expect(answer).toMatchObject({
      status: 201,
      body: { process: { example, spaces: [{ kind: 'team', role: 'lead' }] } },
    });
  });

  it('are not made by guests', async () => {
    const guest = await joinAsGuest(
      here.parley,
      here.lead,
      teamOf(await makeProcess(here.lead)),
      'Bilal',
      {
        role: 'facilitator',
        capability: 'edit',
      },
    );
    const made = await guest.post(paths.processes, { title: 'Mine' });
    expect(made).toMatchObject({ status: 403, body: { error: 'not-allowed' } });
    const example = await guest.post(paths.examples, { example: 'lake-meridia' });
    expect(example.status).toBe(403);
  });

  it('are listed only to those who are in them', async () => {
    const mine = await makeProcess(here.lead);
    await makeProcess(here.lead, 'Another');
    const guest = await joinAsGuest(here.parley, here.lead, teamOf(mine), 'Bilal');
    const { body } = await guest.get(paths.processes);
    expect(body).toEqual({
      processes: [
        {
          ...mine,
          spaces: mine.spaces.map((space) => ({
            ...space,
            role: 'participant',
            capability: 'contribute',
          })),
        },
      ],
      ended: [],
    });
  });
});

describe('renaming a process', () => {
  it('is for those who lead or facilitate it', async () => {
    const process = await makeProcess(here.lead);
    const path = paths.process(process.id);
    const renamed = await here.lead.patch(path, { title: 'New name' });
    expect(renamed).toMatchObject({
      status: 200,
      body: { process: { ...process, title: 'New name' } },
    });

    const space = teamOf(process);
    const editor = { role: 'participant', capability: 'edit' } as const;
    const guest = await joinAsGuest(here.parley, here.lead, space, 'Bilal', editor);
    expect(await guest.patch(path, { title: 'Mine' })).toMatchObject({
      status: 403,
      body: { error: 'not-allowed' },
    });
    const { body } = await here.lead.get(paths.space(space));
    expect(body).toMatchObject({ process: { title: 'New name' } });
  });

  it('answers the same for a process of others and for none', async () => {
    const stranger = await joinAsGuest(
      here.parley,
      here.lead,
      teamOf(await makeProcess(here.lead)),
      'Bilal',
    );
    const closed = await stranger.patch(paths.process((await makeProcess(here.lead)).id), {
      title: 'x',
    });
    const unknown = await stranger.patch(paths.process(crypto.randomUUID()), { title: 'x' });
    expect(closed).toMatchObject({ status: 404, body: { error: 'not-found' } });
    expect(unknown).toMatchObject({ status: closed.status, body: closed.body });
  });
});

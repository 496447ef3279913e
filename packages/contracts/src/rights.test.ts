import { describe, expect, test } from 'vitest';
import { doors } from './doors.ts';
import { may, rights, type Act } from './rights.ts';
import { capabilities, roles, usualCapability } from './roles.ts';

const acts = Object.keys(rights) as Act[]; // its own keys

describe('the table of rights', () => {
  test('says for every role and capability what they may do', () => {
    const allowed = Object.fromEntries(
      acts.map((act) => [
        act,
        capabilities.map((capability) =>
          [capability, roles.filter((role) => may(act, role, capability)).join(' ')].join(': '),
        ),
      ]),
    );
    expect(allowed).toMatchInlineSnapshot(`
      {
        "admit": [
          "edit: lead facilitator",
          "contribute: ",
          "read: ",
        ],
        "assess": [
          "edit: lead facilitator participant observer",
          "contribute: lead facilitator participant observer",
          "read: ",
        ],
        "audit": [
          "edit: lead",
          "contribute: ",
          "read: ",
        ],
        "change-stage": [
          "edit: lead facilitator participant observer",
          "contribute: ",
          "read: ",
        ],
        "comment": [
          "edit: lead facilitator participant observer",
          "contribute: lead facilitator participant observer",
          "read: ",
        ],
        "decide": [
          "edit: lead facilitator participant observer",
          "contribute: ",
          "read: ",
        ],
        "edit": [
          "edit: lead facilitator participant observer",
          "contribute: ",
          "read: ",
        ],
        "end-process": [
          "edit: lead",
          "contribute: ",
          "read: ",
        ],
        "export": [
          "edit: lead facilitator participant observer",
          "contribute: lead facilitator participant observer",
          "read: lead facilitator participant observer",
        ],
        "hold-round": [
          "edit: lead facilitator",
          "contribute: ",
          "read: ",
        ],
        "hold-vote": [
          "edit: lead facilitator participant observer",
          "contribute: ",
          "read: ",
        ],
        "invite": [
          "edit: lead facilitator",
          "contribute: ",
          "read: ",
        ],
        "log-engagement": [
          "edit: lead facilitator participant observer",
          "contribute: ",
          "read: ",
        ],
        "make-space": [
          "edit: lead facilitator",
          "contribute: ",
          "read: ",
        ],
        "manage-members": [
          "edit: lead facilitator",
          "contribute: ",
          "read: ",
        ],
        "manage-space": [
          "edit: lead facilitator",
          "contribute: ",
          "read: ",
        ],
        "open": [
          "edit: lead facilitator participant observer",
          "contribute: lead facilitator participant observer",
          "read: lead facilitator participant observer",
        ],
        "propose": [
          "edit: lead facilitator participant observer",
          "contribute: lead facilitator participant observer",
          "read: ",
        ],
        "rename": [
          "edit: lead facilitator",
          "contribute: ",
          "read: ",
        ],
        "see-opens": [
          "edit: lead facilitator participant observer",
          "contribute: lead facilitator participant observer",
          "read: lead facilitator participant observer",
        ],
        "set-agenda": [
          "edit: lead facilitator participant observer",
          "contribute: ",
          "read: ",
        ],
        "vote": [
          "edit: lead facilitator participant observer",
          "contribute: lead facilitator participant observer",
          "read: ",
        ],
      }
    `);
  });

  test('more capability never means less right', () => {
    for (const act of acts) {
      for (const role of roles) {
        const answers = capabilities.map((capability) => may(act, role, capability));
        const firstNo = answers.indexOf(false);
        // From edit down to read: once it is no, it stays no.
        expect(firstNo === -1 || !answers.slice(firstNo).includes(true)).toBe(true);
      }
    }
  });

  test('has a usual capability for every role', () => {
    expect(Object.keys(usualCapability).sort()).toEqual([...roles].sort());
  });

  test('is asked for acts that it knows, at doors that name what they are about', () => {
    for (const [name, door] of Object.entries(doors)) {
      if (door.needs === 'space') expect(name).toContain('/:spaceId');
      if (door.needs === 'process') expect(name).toContain('/:processId');
      if ('act' in door) expect(acts).toContain(door.act);
    }
  });
});

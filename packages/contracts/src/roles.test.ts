import { describe, expect, test } from 'vitest';
import { acts, capabilities, may, rights, roles, usualCapability } from './roles.ts';

describe('the table of rights', () => {
  test('says for every role and capability what they may do', () => {
    const allowed = acts.map((act) => ({
      act,
      to: roles.flatMap((role) =>
        capabilities.flatMap((capability) =>
          may(act, role, capability) ? [`${role} with ${capability}`] : [],
        ),
      ),
    }));
    expect(allowed).toMatchInlineSnapshot(`
      [
        {
          "act": "open",
          "to": [
            "lead with edit",
            "lead with contribute",
            "lead with read",
            "facilitator with edit",
            "facilitator with contribute",
            "facilitator with read",
            "participant with edit",
            "participant with contribute",
            "participant with read",
            "observer with edit",
            "observer with contribute",
            "observer with read",
          ],
        },
        {
          "act": "contribute",
          "to": [
            "lead with edit",
            "lead with contribute",
            "facilitator with edit",
            "facilitator with contribute",
            "participant with edit",
            "participant with contribute",
            "observer with edit",
            "observer with contribute",
          ],
        },
        {
          "act": "edit",
          "to": [
            "lead with edit",
            "facilitator with edit",
            "participant with edit",
            "observer with edit",
          ],
        },
        {
          "act": "rename",
          "to": [
            "lead with edit",
            "facilitator with edit",
          ],
        },
        {
          "act": "invite",
          "to": [
            "lead with edit",
            "facilitator with edit",
          ],
        },
      ]
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

  test('has a row for every act, and a usual capability for every role', () => {
    expect(Object.keys(rights).sort()).toEqual([...acts].sort());
    expect(Object.keys(usualCapability).sort()).toEqual([...roles].sort());
  });
});

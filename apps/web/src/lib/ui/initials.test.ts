import { expect, it } from 'vitest';
import { initials } from './initials.ts';

it.each([
  ['Nadia Haddad', 'NH'],
  ['Tomás de la Ruiz', 'TR'],
  ['Amira', 'A'],
  ['ليلى حسن', 'لح'],
  ['  (guest) Åsa ', 'GÅ'],
  ['…', '?'],
  ['', '?'],
])('%j is %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

import { expect, test } from 'vitest';
import { directionOf, templateFor } from './template-for.ts';

const templates = [{ language: 'en' }, { language: 'ar' }, { language: 'Kurmanji' }];
const chosen = (...languages: string[]) => {
  const found = templateFor({ languages }, templates);
  return found && `${found.template.language} ${found.fit}`;
};

test('somebody gets a letter in a language of theirs, however the list writes it', () => {
  expect(chosen('ar')).toBe('ar theirs');
  expect(chosen('ar-SY')).toBe('ar theirs');
  expect(chosen('Arabic')).toBe('ar theirs');
  expect(chosen('العربية')).toBe('ar theirs');
  expect(chosen('kurmanji')).toBe('Kurmanji theirs');
  // Of several it is the team's order that decides.
  expect(chosen('ar', 'en')).toBe('en theirs');
});

test('a letter in another language is said to be one, and why', () => {
  expect(chosen()).toBe('en not-known');
  expect(chosen('fr')).toBe('en none-in-theirs');
  expect(chosen('zzz', '<b>', 'a-b-c')).toBe('en none-in-theirs');
  expect(templateFor({ languages: ['ar'] }, [])).toBeNull();
  expect(templateFor({ languages: [''] }, [{ language: '' }])?.fit).toBe('none-in-theirs');
});

test('the direction follows from the language where it is a known one', () => {
  for (const language of ['ar', 'fa', 'he', 'ckb', 'ur-PK', 'az-Arab']) {
    expect([language, directionOf(language)]).toEqual([language, 'rtl']);
  }
  for (const language of ['en', 'fr', 'tr', 'az', '', 'Arabic', 'a-b', 'xx-!']) {
    expect([language, directionOf(language)]).toEqual([language, 'ltr']);
  }
});

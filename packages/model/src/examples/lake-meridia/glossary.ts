import type { Seeded } from '../seeded.ts';

/** Words of engineers and of mediators, in plain ones. Two wait for their Arabic. */
export const glossary: Seeded<'glossaryTerm'> = [
  {
    id: 'term-release',
    term: 'Dry-season releases',
    usedBy: 'Ministry of Water',
    plain: {
      en: 'Opening the low sluices in July, so that the fields below get water.',
      ar: 'فتح البوابات السفلى في تموز كي يصل الماء إلى الحقول.',
    },
  },
  {
    id: 'term-inflow',
    term: 'Inflow data',
    usedBy: 'Hydrologists',
    plain: {
      en: 'How much water came into the lake, month by month.',
      ar: 'كم من الماء دخل البحيرة، شهرًا بعد شهر.',
    },
  },
  {
    id: 'term-one-text',
    term: 'One text',
    usedBy: 'The team',
    plain: { en: 'A draft that we write and all of you correct. Nobody has to defend it.' },
  },
  { id: 'term-caucus', term: 'Caucus', usedBy: 'The team' },
];

import type { Board } from '@parley/model';

/** As names come: Arabic, Latin, both in one, with digits and brackets, and very long. */
export const names = [
  'اتحاد مزارعي الدلتا',
  'مجلس الشيوخ (Council of Elders)',
  'Northern Command القيادة الشمالية',
  'لجنة مستخدمي القناة 24',
  'Premier’s Office',
  'الهيئة العامة لإدارة الموارد المائية والري في الحوض الشمالي',
  'د. أميرة كيسان',
  'نساء الحوض',
] as const;

/** Actors of two scripts, over all levels and some sectors, with a tie from each to the next. */
export function writeNames(board: Board) {
  const sectors = ['civil-society', 'military', 'political', ''] as const;
  const levels = ['top', 'middle-range', 'grassroots', null] as const;
  const created = board.createAll(
    'actor',
    names.map((name, index) => ({
      ...{ name, role: index < 6 ? ('primary' as const) : ('secondary' as const) },
      ...{ level: levels[index % 4] ?? null, sector: sectors[index % 4] ?? '' },
      affiliation: index === 6 ? ('team-member' as const) : null,
      at: { x: (index % 4) * 220, y: Math.floor(index / 4) * 200 },
    })),
  );
  if (!created.ok) throw new Error('The actors were refused');
  const ids = created.value;
  const ties = ids
    .slice(1)
    .map((to, index) => ({ from: ids[index] ?? to, to, kind: 'alliance' as const }));
  if (!board.createAll('tie', ties).ok) throw new Error('The ties were refused');
}

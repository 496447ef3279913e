import type { BoardSeed } from '../../board/seed.ts';

/** The invitation to Geneva in the two languages of the talks. */
export const letterTemplates: NonNullable<BoardSeed['letterTemplate']> = [
  {
    id: 'invitation-en',
    name: 'Invitation',
    language: 'en',
    subject: 'Invitation: {{title}}',
    body: 'Dear {{name}},\n\nWe have the honour of inviting {{delegation}} to the {{title}}, which will take place on {{dates}} in {{place}}. We would be glad if you would take part.\n\nWe gladly answer every question on travel, safety and the agenda before you decide.\n\nPlease let us know by {{replyBy}} whether you can come.\n\nWith respect,\n{{sender}}',
    dates: '24–25 November 2026',
    place: 'Geneva',
    replyBy: '1 November',
    sender: 'The facilitation team',
  },
  {
    id: 'invitation-ar',
    name: 'دعوة',
    language: 'ar',
    direction: 'rtl',
    subject: 'دعوة إلى {{title}}',
    body: 'السيدة / السيد {{name}} المحترم(ة)،\n\nيشرّفنا أن ندعو {{delegation}} إلى {{title}} الذي يُعقد في {{place}} بتاريخ {{dates}}، ويسرّنا أن تشاركوا فيه.\n\nنحن على استعداد للإجابة عن كل سؤال يخص السفر والسلامة وجدول الأعمال قبل أن تتخذوا قراركم.\n\nنرجو إبلاغنا بإمكانية حضوركم قبل {{replyBy}}.\n\nمع فائق الاحترام،\n{{sender}}',
    title: 'حوار مياه بحيرة ميريديا',
    dates: '٢٤–٢٥ تشرين الثاني/نوفمبر ٢٠٢٦',
    place: 'جنيف',
    replyBy: '١ تشرين الثاني/نوفمبر',
    sender: 'فريق التيسير',
  },
];

import type { BlockForm } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';

/** How each form of a block is called. */
export const formWords: Readonly<Record<BlockForm, () => string>> = {
  plenary: m.agenda_form_plenary,
  'working-group': m.agenda_form_working_group,
  caucus: m.agenda_form_caucus,
  'single-text-review': m.agenda_form_single_text_review,
  shuttle: m.agenda_form_shuttle,
  bilateral: m.agenda_form_bilateral,
  break: m.agenda_form_break,
  social: m.agenda_form_social,
  preparation: m.agenda_form_preparation,
};

import {
  agendaStep,
  dateAfter,
  dateAt,
  settingsId,
  type AgendaBlock,
  type AgendaDay,
  type BlockForm,
  type Patch,
  type Result,
} from '@parley/model';
import { createContext } from 'svelte';
import { m } from '#lib/paraglide/messages.js';
import type { Toasts } from '#lib/ui/toasts.svelte.ts';
import type { AgendaState } from './agenda-state.svelte.ts';
import { dayInWords, timeOf } from './agenda-words.ts';
import { formLooks } from './block-forms.ts';
import { writeMove, type AgendaMove } from './plan/agenda-move.ts';
import type { EmptyPlace } from './plan/empty-place.ts';
import type { PlannedDay } from './templates/planned.ts';

/** What people do to an agenda. Each function is one act: written at once, undone in one step. */
export class AgendaActs {
  readonly #agenda: AgendaState;
  readonly #toasts: Toasts;

  constructor(agenda: AgendaState, toasts: Toasts) {
    this.#agenda = agenda;
    this.#toasts = toasts;
  }

  /** Adds a block after another one, else at the end of a day. @returns its id, or null when refused */
  add(form: BlockForm, where: { after: string } | { day: string }): string | null {
    const after = 'after' in where ? this.#block(where.after) : undefined;
    const day = after?.day ?? ('day' in where ? where.day : undefined);
    if (day === undefined) return null;
    const values = { form, duration: formLooks[form].usually, track: after?.track ?? 0 };
    return this.#create({ ...values, day }, after ? this.#next(after.id) : null);
  }

  /** Adds a block where the grid is empty. */
  addAt({ patch, successor, duration }: EmptyPlace): string | null {
    return this.#create({ ...patch, form: 'plenary', duration }, successor);
  }

  duplicate(id: string): string | null {
    const block = this.#block(id);
    if (!block) return null;
    // It gets an id and a place of its own, and flows: two blocks cannot both begin at a fixed start.
    return this.#create({ ...block, fixedStart: null }, this.#next(id));
  }

  /** @param gesture acts with one gesture, one after the other, are undone together */
  change(id: string, patch: Patch<'agendaBlock'>, gesture: string | null = null): Result<void> {
    return this.#agenda.space.board.change('agendaBlock', id, patch, gesture);
  }

  /** Writes a move and says the block's new times. */
  move(id: string, move: AgendaMove): void {
    const before = this.#block(id)?.day;
    writeMove(this.#agenda.space.board, move);
    this.tellTimes(id, this.#block(id)?.day !== before);
  }

  /** Makes a block longer or shorter, at least a step long. @param minutes the new duration */
  setDuration(id: string, minutes: number, gesture: string | null = null): void {
    const duration = Math.min(24 * 60, Math.max(agendaStep, minutes));
    if (this.#agenda.space.say(this.change(id, { duration }, gesture))) this.tellTimes(id);
  }

  remove(id: string): void {
    const block = this.#block(id);
    if (!block) return;
    this.#agenda.space.board.remove('agendaBlock', [id]);
    this.#agenda.space.selection.clear();
    this.#offerUndo(m.agenda_removed({ title: block.title }), 'remove agendaBlock');
  }

  /** Adds a day after the last one, alike; a week from now where it is the first. @returns its id */
  addDay(): string | null {
    const { space } = this.#agenda;
    const last = this.#agenda.days.at(-1);
    const created = space.board.create('agendaDay', {
      date: last
        ? dateAfter(last.date, 1)
        : dateAfter(dateAt(Date.now(), space.settings.timeZone), 7),
      start: last?.start ?? '09:00',
      end: last ? last.end : '17:00',
      timeZone: last?.timeZone ?? null,
    });
    return space.say(created) && created.ok ? created.value : null;
  }

  /** Adds days with their blocks at the end. @returns whether they were taken */
  addDays(days: readonly PlannedDay[]): boolean {
    const { space } = this.#agenda;
    return space.board.act('create agendaDay', () => {
      const made = space.board.createAll(
        'agendaDay',
        days.map(({ day }) => day),
      );
      if (!space.say(made) || !made.ok) return false;
      const blocks = days.flatMap(({ blocks: planned }, at) =>
        planned.map((block) => ({ ...block, day: made.value[at] ?? '' })),
      );
      return space.say(space.board.createAll('agendaBlock', blocks));
    });
  }

  /** Adds a day like this one, with its blocks, after the last date of all. */
  async copyDay(day: AgendaDay): Promise<void> {
    const planned = await import('./templates/planned.ts').catch(() => null);
    if (planned === null) {
      this.#toasts.show(m.part_unreachable(), { tone: 'problem' });
      return;
    }
    const last =
      this.#agenda.days
        .map(({ date }) => date)
        .sort()
        .at(-1) ?? day.date;
    this.addDays(planned.daysAgain([day], this.#agenda.settled.blocks, dateAfter(last, 1)));
  }

  changeDay(id: string, patch: Patch<'agendaDay'>): boolean {
    const { space } = this.#agenda;
    return space.say(space.board.change('agendaDay', id, patch));
  }

  /** Puts a day one place earlier or later; its date stays with it. */
  moveDay(id: string, step: 1 | -1): void {
    const ids = this.#agenda.days.map((day) => day.id);
    const at = ids.indexOf(id);
    const successor = ids[step === 1 ? at + 2 : at - 1] ?? null;
    if (at + step < 0 || at + step >= ids.length) return;
    this.#agenda.space.board.reorder('agendaDay', [id], successor);
  }

  /** Removes a day with its blocks. */
  removeDay(day: AgendaDay): void {
    const name = dayInWords(this.#agenda.days, day.id);
    this.#agenda.space.board.remove('agendaDay', [day.id]);
    this.#offerUndo(m.agenda_day_removed({ day: name }), 'remove agendaDay');
  }

  setZones(zones: Patch<'settings'>): void {
    const { space } = this.#agenda;
    space.say(space.board.change('settings', settingsId, zones));
  }

  /** Says when a block takes place now. */
  tellTimes(id: string, withDay = false): void {
    const found = this.#agenda.timesOf(id);
    const title = this.#block(id)?.title;
    if (!found || title === undefined) return;
    const { day, times } = found;
    const said = {
      title,
      start: timeOf(times.startsAt, day.timeZone),
      end: timeOf(times.endsAt, day.timeZone),
    };
    this.#agenda.say(
      withDay
        ? m.agenda_said_on_day({ ...said, day: dayInWords(this.#agenda.days, day.day) })
        : m.agenda_said({ ...said }),
    );
  }

  #create(
    values: Partial<AgendaBlock> & { readonly form: BlockForm },
    successor: string | null,
  ): string | null {
    const { board, live } = this.#agenda.space;
    const { form } = values;
    // A new record has a place in the list once its act is over: two acts of one gesture, one undo.
    const gesture = `add ${live.list('agendaBlock').length} ${Date.now()}`;
    const created = board.act(
      'create agendaBlock',
      () => board.create('agendaBlock', { title: formLooks[form].label(), ...values }),
      gesture,
    );
    if (!this.#agenda.space.say(created) || !created.ok) return null;
    board.act(
      'create agendaBlock',
      () => {
        board.reorder('agendaBlock', [created.value], successor);
      },
      gesture,
    );
    return created.value;
  }

  #offerUndo(text: string, act: string): void {
    const { live, board } = this.#agenda.space;
    this.#toasts.show(text, {
      action: {
        label: m.agenda_undo(),
        // Later acts come first: taking back something else instead would be a surprise.
        run: () => {
          if (live.undoName === act) board.undo();
          else this.#toasts.show(m.agenda_undo_step_by_step());
        },
      },
    });
  }

  #block(id: string): AgendaBlock | undefined {
    return this.#agenda.space.live.get('agendaBlock', id);
  }

  /** The block after this one in the whole agenda. */
  #next(id: string): string | null {
    const { blocks } = this.#agenda.settled;
    return blocks[blocks.findIndex((block) => block.id === id) + 1]?.id ?? null;
  }
}

export const [getAgendaActs, setAgendaActs] = createContext<AgendaActs>();

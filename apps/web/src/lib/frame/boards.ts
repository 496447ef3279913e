import Calendar from '@lucide/svelte/icons/calendar';
import Scale from '@lucide/svelte/icons/scale';
import Users from '@lucide/svelte/icons/users';
import Waypoints from '@lucide/svelte/icons/waypoints';
import { m } from '#lib/paraglide/messages.js';

/**
 * The boards of a space, in the order of the rail. The name is the last part of the address; `record`
 * is what the rail counts (null: nothing), and `counted` says the count where a bare number would not be plain.
 */
export const boards = [
  {
    name: 'actors',
    record: 'actor',
    label: m.board_actors,
    counted: String,
    icon: Waypoints,
    keys: '1',
  },
  {
    name: 'participants',
    record: 'participant',
    label: m.board_participants,
    counted: String,
    icon: Users,
    keys: '2',
  },
  {
    name: 'agenda',
    record: 'agendaDay',
    label: m.board_agenda,
    counted: (count: number): string => m.days_count({ count }),
    icon: Calendar,
    keys: '3',
  },
  {
    name: 'process',
    record: null,
    label: m.board_process,
    counted: String,
    icon: Scale,
    keys: '4',
  },
] as const;

export type BoardName = (typeof boards)[number]['name'];

import Armchair from '@lucide/svelte/icons/armchair';
import ArrowLeftRight from '@lucide/svelte/icons/arrow-left-right';
import ClipboardList from '@lucide/svelte/icons/clipboard-list';
import Coffee from '@lucide/svelte/icons/coffee';
import FileText from '@lucide/svelte/icons/file-text';
import Handshake from '@lucide/svelte/icons/handshake';
import LockKeyhole from '@lucide/svelte/icons/lock-keyhole';
import Presentation from '@lucide/svelte/icons/presentation';
import UsersRound from '@lucide/svelte/icons/users-round';
import type { BlockForm } from '@parley/model';
import type { Icon } from '#lib/ui/icon.ts';
import { formWords } from './form-words.ts';

interface FormLook {
  readonly label: () => string;
  readonly icon: Icon;
  /** One of the group colours of the look; `rest`: hatched, no work is done in it. */
  readonly tone: 'group-1' | 'group-2' | 'group-3' | 'group-4' | 'rest';
  /** Minutes that a new block of this form lasts. */
  readonly usually: number;
}

/** How each form of a block is called and shown. The colour never stands alone: the icon says it too. */
export const formLooks: Readonly<Record<BlockForm, FormLook>> = {
  plenary: { label: formWords.plenary, icon: Presentation, tone: 'group-1', usually: 60 },
  'working-group': {
    label: formWords['working-group'],
    icon: UsersRound,
    tone: 'group-3',
    usually: 90,
  },
  caucus: { label: formWords.caucus, icon: LockKeyhole, tone: 'group-2', usually: 45 },
  'single-text-review': {
    label: formWords['single-text-review'],
    icon: FileText,
    tone: 'group-4',
    usually: 90,
  },
  shuttle: { label: formWords.shuttle, icon: ArrowLeftRight, tone: 'group-2', usually: 45 },
  bilateral: { label: formWords.bilateral, icon: Handshake, tone: 'group-2', usually: 30 },
  break: { label: formWords.break, icon: Coffee, tone: 'rest', usually: 15 },
  social: { label: formWords.social, icon: Armchair, tone: 'rest', usually: 120 },
  preparation: {
    label: formWords.preparation,
    icon: ClipboardList,
    tone: 'group-1',
    usually: 30,
  },
};

/** Forms as the menus list them: the most used ones first. */
export const formsInMenu = Object.keys(formLooks) as readonly BlockForm[]; // the keys of a const record

import { createContext } from 'svelte';

export const themes = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themes)[number];

const key = 'parley:theme';

/**
 * Light or dark, as chosen on this device. static/theme.js applies the same choice before the first
 * paint.
 */
export class Theme {
  #choice = $state<ThemeChoice>(kept());

  get choice(): ThemeChoice {
    return this.#choice;
  }

  choose(choice: ThemeChoice): void {
    this.#choice = choice;
    document.documentElement.style.colorScheme = choice === 'system' ? '' : choice;
    try {
      if (choice === 'system') localStorage.removeItem(key);
      else localStorage.setItem(key, choice);
    } catch {
      // A browser that keeps nothing has the choice until the page closes.
    }
  }
}

function kept(): ThemeChoice {
  try {
    const choice = localStorage.getItem(key);
    return themes.find((theme) => theme === choice) ?? 'system';
  } catch {
    return 'system';
  }
}

export const [getTheme, setTheme] = createContext<Theme>();

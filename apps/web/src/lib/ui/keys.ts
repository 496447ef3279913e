const onMac = () => /Mac|iPhone|iPad/.test(navigator.platform);

const macSigns: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' };
const otherWords: Record<string, string> = { Mod: 'Ctrl' };

/** `Mod+Shift+Z` as this keyboard's owner writes it: `Ctrl+Shift+Z`, or `⌘⇧Z` on a Mac. */
export function keysInWords(keys: string, mac: boolean = onMac()): string {
  const names = keys.split('+').map((key) => (mac ? macSigns : otherWords)[key] ?? key);
  return names.join(mac ? '' : '+');
}

/** Whether a key press is the platform's command key with this letter, and Shift as asked. */
export function isCommand(event: KeyboardEvent, letter: string, shift = false): boolean {
  const command = onMac() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return command && !event.altKey && event.shiftKey === shift && event.key.toLowerCase() === letter;
}

/** Inputs that take a choice and no text: a letter pressed there is meant for the page. */
const choices = ['radio', 'checkbox', 'file', 'button'].map((type) => `[type="${type}"]`);
const typedInto = `input:not(${choices.join(', ')}), textarea, select, [role="textbox"]`;

/** Whether the person writes into a field, which takes its own changes back. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(typedInto));
}

/**
 * Whether the person is typing, so that single-letter shortcuts must stay quiet: into a field, or into
 * a list of choices, where arrows choose and letters lead to the choice that begins with them.
 */
export function isTyping(target: EventTarget | null): boolean {
  return (
    isWriting(target) || (target instanceof HTMLElement && target.matches('[role="combobox"]'))
  );
}

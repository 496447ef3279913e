// Kept in step with src/lib/frame/theme.svelte.ts.
(() => {
  try {
    const theme = localStorage.getItem('parley:theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.style.colorScheme = theme;
  } catch {
    // A browser that keeps nothing follows the system.
  }
})();

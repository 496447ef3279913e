/**
 * Reads what tokens are, as a picture outside the page takes them.
 * @param scheme whose colours; left out: those of the page as it is now
 */
export function colourReader(scheme?: 'light'): (token: string) => string {
  const known = new Map<string, string>();
  return (token) => {
    let value = known.get(token);
    if (value === undefined) {
      const probe = document.createElement('span');
      if (scheme) probe.style.colorScheme = scheme;
      probe.style.color = token;
      document.body.append(probe);
      value = getComputedStyle(probe).color;
      probe.remove();
      known.set(token, value);
    }
    return value;
  };
}

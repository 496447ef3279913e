/** What is kept of a browser's long description of itself: what its owner knows it by. */
export interface Device {
  /** Empty where it is not one of those that are known. */
  readonly browser: string;
  readonly system: string;
}

// In this order: most browsers also claim to be Chrome or Safari.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|HeadlessChrome|CriOS)\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

export function deviceOf(userAgent: string | undefined): Device {
  const named = (names: typeof browsers) =>
    names.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? '';
  return { browser: named(browsers), system: named(systems) };
}

/** As one line, in the place where Better Auth keeps a browser's description. */
export const writeDevice = ({ browser, system }: Device): string => `${browser}/${system}`;

export function readDevice(line: string | null | undefined): Device {
  const [browser = '', system = ''] = (line ?? '').split('/');
  return { browser, system };
}

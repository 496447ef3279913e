/** The ways in which a text may stand among bytes, by what each is called. */
export function formsOf(text: string): Readonly<Record<string, Buffer>> {
  const plain = Buffer.from(text);
  const forms: Record<string, Buffer> = {
    'utf-8': plain,
    'utf-16': Buffer.from(text, 'utf16le'),
    hex: Buffer.from(plain.toString('hex')),
    address: Buffer.from(encodeURIComponent(text)),
  };
  // Base64 of a text looks different at each of three places; what depends on neighbours is cut.
  for (const before of [0, 1, 2]) {
    const code = Buffer.concat([Buffer.alloc(before), plain]).toString('base64');
    forms[`base64 ${before}`] = Buffer.from(code.slice(before === 0 ? 0 : 4, -4));
  }
  return forms;
}

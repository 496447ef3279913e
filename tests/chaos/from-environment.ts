/** The number in an environment variable, or what stands in for it. */
export function numberFrom(variable: string, otherwise: number): number {
  const given = process.env[variable];
  if (given === undefined || given === '') return otherwise;
  const number = Number(given);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new Error(`${variable} must be a whole number, it is "${given}".`);
}

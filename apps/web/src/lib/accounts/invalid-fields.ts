import * as v from 'valibot';

/** Names of the fields of a request that do not validate, checked as the server will check them. */
export function invalidFields(schema: v.GenericSchema, values: unknown): string[] {
  const result = v.safeParse(schema, values);
  return result.success ? [] : Object.keys(v.flatten(result.issues).nested ?? {});
}

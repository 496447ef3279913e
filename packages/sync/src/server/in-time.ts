/**
 * The answer, if it comes in time.
 * @param ms how long to wait
 * @throws Error when it does not come, and whatever the answer rejects with
 */
export async function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  const late: PromiseWithResolvers<never> = Promise.withResolvers();
  const timer = setTimeout(
    () => late.reject(new Error(`There was no answer within ${ms} ms.`)),
    ms,
  );
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

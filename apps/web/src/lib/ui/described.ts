/** The attributes that tie a control to the hint or error that its Field shows. */
export function described(
  control: string,
  hint: string | undefined,
  error: string | undefined,
): { 'aria-describedby'?: string; 'aria-invalid'?: true } {
  if (error) return { 'aria-describedby': `${control}-error`, 'aria-invalid': true };
  return hint ? { 'aria-describedby': `${control}-hint` } : {};
}

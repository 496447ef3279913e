import { describe, expect, it } from 'vitest';
import { fault } from './log.ts';

describe('a fault in the log', () => {
  it('says its kind, its code and where it came from, and repeats no message', () => {
    const error = Object.assign(new TypeError('Amira wrote: secret'), { code: 'ENOENT' });
    const said = fault(error);
    expect(said.kind).toBe('TypeError');
    expect(said.code).toBe('ENOENT');
    expect(said.frames[0]).toContain('log.test.ts');
    expect(JSON.stringify(said)).not.toContain('Amira');
  });

  it('takes no line of a message for a place', () => {
    const said = fault(new Error('She wrote:\n    at Amira (secret:1:1)'));
    expect(said.frames[0]).toContain('log.test.ts');
    expect(JSON.stringify(said)).not.toContain('Amira');
  });

  it('repeats nothing of what is no error', () => {
    expect(fault('Amira')).toEqual({ kind: 'string', frames: [] });
  });
});

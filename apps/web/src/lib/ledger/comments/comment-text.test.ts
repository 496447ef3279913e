import { describe, expect, it } from 'vitest';
import { calledIn, mentionUnderWay, stretches, withMention } from './comment-text.ts';

const people = [
  { id: 'a', name: 'Amira' },
  { id: 'k', name: 'Amira Kessan' },
  { id: 't', name: 'Tomás Rey' },
];

describe('a mention', () => {
  it('is the longest name that fits, anywhere in the text', () => {
    expect(calledIn('@Amira Kessan and @Tomás Rey, please', people)).toEqual(['k', 't']);
    expect(calledIn('@Amira, please', people)).toEqual(['a']);
    expect(calledIn('Amira, please; a@b.org', people)).toEqual([]);
  });

  it('stands out, and nothing of the text is lost', () => {
    const text = 'Ask @Amira and\n@nobody';
    const parts = stretches(text, people);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter((part) => part.calls).map((part) => part.text)).toEqual(['@Amira']);
  });

  it('begins with @ after a space and ends with the next one', () => {
    expect(mentionUnderWay('Ask @', 5)).toBe('');
    expect(mentionUnderWay('Ask @Am', 7)).toBe('Am');
    expect(mentionUnderWay('a@b', 3)).toBeNull();
    expect(mentionUnderWay('Ask Amira', 9)).toBeNull();
  });

  it('is completed where the caret stands', () => {
    expect(withMention('Ask @Am please', 7, 'Amira')).toEqual(['Ask @Amira please', 11]);
  });
});

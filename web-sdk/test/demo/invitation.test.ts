import { describe, expect, it } from 'vitest';
import { linkTo, newCode, readInvitation, readQuery } from '../../demo/invitation';

const PAGE = 'https://calls.example.com/talk/?session=old';

describe('what somebody pastes', () => {
  it.each([
    ['a code', ' abc-defg-hij ', { session: 'abc-defg-hij', audioOnly: false }],
    ['any id of a session', 'team@1:daily_x.2', { session: 'team@1:daily_x.2', audioOnly: false }],
    ['a link', 'https://calls.example.com/?session=s1&name=Ada', { session: 's1', audioOnly: false }],
    [
      'a link to an audio call',
      'HTTPS://calls.example.com/talk/?audio=1&session=s1#x',
      { session: 's1', audioOnly: true },
    ],
    ['a link without its beginning', 'calls.example.com/?session=s1', { session: 's1', audioOnly: false }],
  ])('is understood: %s', (_what, pasted, invitation) => {
    expect(readInvitation(pasted, PAGE)).toEqual(invitation);
  });

  it.each([
    ['nothing', '  ', 'Paste a link'],
    ['words', 'the daily meeting', 'no link to a call'],
    ['a link without a call', 'https://calls.example.com/', 'no link to a call'],
    ['a link with a wrong id', 'https://calls.example.com/?session=a%2Fb', 'no link to a call'],
    ['a link to another site', 'https://other.example.com/?session=s1', 'other.example.com'],
    ['no more than dots', '..', 'no link to a call'],
    ['too long a code', 'x'.repeat(101), 'no link to a call'],
  ])('is refused with words: %s', (_what, pasted, words) => {
    expect(readInvitation(pasted, PAGE)).toContain(words);
  });
});

describe('links and codes', () => {
  it('lead to the same call', () => {
    const invitation = { session: 'a:b@c', audioOnly: true };
    const link = linkTo(invitation, PAGE);
    expect(link).toMatch(/^https:\/\/calls\.example\.com\/talk\/\?session=[^&]+&audio=1$/);
    expect(readQuery(new URL(link).search)).toEqual(invitation);
  });

  it('are new each time and easily read out', () => {
    const codes = Array.from({ length: 50 }, newCode);
    for (const code of codes) expect(code).toMatch(/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
    expect(new Set(codes).size).toBe(50);
  });
});

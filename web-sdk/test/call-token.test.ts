import { describe, expect, it } from 'vitest';
import { readCallToken } from '../src/api/call-token';
import { jwt } from './support/made';

describe('reading a call token', () => {
  it('finds the session, the user and the role', () => {
    const token = jwt({ sub: 'zoe', role: 'moderator', data: { sessionId: 'Zoës call' } });
    expect(readCallToken(token)).toMatchObject({ sessionId: 'Zoës call', uid: 'zoe', role: 'moderator' });
  });

  it.each([
    [undefined, undefined, ['audio', 'camera', 'screen']],
    ['participant', ['audio', 'smell'], ['audio']],
    ['moderator', [], []],
    ['viewer', ['audio'], []],
  ])('finds what the role %j and the claim %j let one send', (role, publish, expected) => {
    const token = jwt({ role, publish, data: { sessionId: 's' } });
    expect([...readCallToken(token).publishes]).toEqual(expected);
  });

  it('takes a token without a role for a participant', () => {
    expect(readCallToken(jwt({ data: { sessionId: 's' } })).role).toBe('participant');
  });

  it.each([undefined, null, 42, '', 'abc', 'a.b.c', 'a.!!!.c', jwt({}), jwt({ data: { sessionId: '' } })])(
    'refuses %s',
    (token) =>
      expect(() => readCallToken(token)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT_EXCEPTION' })),
  );
});

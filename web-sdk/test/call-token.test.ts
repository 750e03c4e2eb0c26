import { describe, expect, it } from 'vitest';
import { readCallToken } from '../src/api/call-token';
import { jwt } from './support/made';

describe('reading a call token', () => {
  it('finds the session and the role', () => {
    const token = jwt({ role: 'viewer', data: { sessionId: 'Zoës call', user: { name: '日本' } } });
    expect(readCallToken(token)).toEqual({ sessionId: 'Zoës call', role: 'viewer' });
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

import { describe, expect, it } from 'vitest';
import { cookieOf, currentUser } from './current-user.ts';

const ada = { name: 'ada', token: 'ada-token' };
const vic = { name: 'vic', token: 'vic-token' };
const users = [ada, vic];

describe('currentUser', () => {
  it('is the first user until one is chosen', () => {
    expect(currentUser(undefined, users)).toBe(ada);
    expect(currentUser('theme=dark', users)).toBe(ada);
  });

  it('is who the cookie names, among other cookies', () => {
    const [cookie] = cookieOf(vic).split(';');
    expect(currentUser(`theme=dark; ${cookie}; x=1`, users)).toBe(vic);
  });

  it('is the first user when the cookie names nobody that is there', () => {
    expect(currentUser('devhost-user=mallory', users)).toBe(ada);
  });
});

/** Someone who can be signed in, and the token that Kubernetes knows them by. */
export interface DevUser {
  name: string;
  token: string;
}

const COOKIE = 'devhost-user';

/** The user that a request's cookies name; the first of the list if they name none that is there. */
export const currentUser = (cookies: string | undefined, users: DevUser[]): DevUser => {
  const named = (cookies ?? '')
    .split(';')
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
  const user = users.find(({ name }) => encodeURIComponent(name) === named) ?? users[0];
  if (!user) {
    throw new Error('The development dashboard needs at least one user.');
  }
  return user;
};

/** The cookie that signs a user in. */
export const cookieOf = ({ name }: DevUser): string =>
  `${COOKIE}=${encodeURIComponent(name)}; Path=/; HttpOnly; SameSite=Strict`;

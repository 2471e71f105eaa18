import { delay, http, type HttpHandler, HttpResponse } from 'msw';
import { isDryRun } from './faults.ts';
import { type RefusedCode, refusedWrite } from './refused-write.ts';

/** Who is signed in: one of the seed's users. ada edits nim-demo, vic only looks at it. */
export type StoryUser = 'admin' | 'ada' | 'pat' | 'vic';

/** What a person has set in Storybook's toolbar, as its globals hold it. */
export type ToolbarChoices = Record<string, unknown>;

const users: readonly StoryUser[] = ['admin', 'ada', 'pat', 'vic'];

/** The user of the toolbar; undefined leaves it to the story. */
export const chosenUser = ({ user }: ToolbarChoices): StoryUser | undefined =>
  users.find((known) => known === user);

/** Refuses the n-th write since the story began as the toolbar says: nothing, if it says nothing. */
export const chosenFaults = (
  { fault, faultAt }: ToolbarChoices,
  user: StoryUser,
): HttpHandler[] => {
  const answer = FAULTS[String(fault)];
  if (!answer) {
    return [];
  }
  let writes = 0;
  return [
    http.all('*/api/k8s/*', async ({ request }) => {
      if (!(await isWrite(request))) {
        return undefined;
      }
      writes += 1;
      return faultAt === 'every' || writes === Number(faultAt) ? answer(request, user) : undefined;
    }),
  ];
};

/** A dry run writes nothing, and a review is a question. */
const isWrite = async (request: Request): Promise<boolean> =>
  request.method !== 'GET' &&
  !new URL(request.url).pathname.includes('/apis/authorization.k8s.io/') &&
  !(await isDryRun(request));

const refusesWith =
  (code: RefusedCode) =>
  (request: Request, user: StoryUser): Promise<Response> =>
    refusedWrite(request, code, user);

const FAULTS: Record<string, (request: Request, user: StoryUser) => Response | Promise<Response>> =
  {
    '403': refusesWith(403),
    '409': refusesWith(409),
    '500': refusesWith(500),
    'no-answer': async () => {
      await delay('infinite');
      return new HttpResponse();
    },
    'no-connection': () => HttpResponse.error(),
  };

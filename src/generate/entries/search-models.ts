import { describeAnswer, type NgcAnswer } from '../ngc/ngc-answer.ts';
import type { SearchPage } from '../ngc/ngc-answers.ts';
import { foundId, readPage, type FoundModel, type UnreadableResource } from './found-model.ts';

/** All models that the search shows, each once, in the order of their ids. */
export interface SearchResult {
  models: FoundModel[];
  unreadable: UnreadableResource[];
  /** Pages that were promised and brought nothing: models may be missing, nobody knows which. */
  gaps: string[];
}

const MOST_PAGES = 1000;
const ATTEMPTS_FOR_A_PAGE = 3;

/**
 * Asks for page after page. A page that is empty or repeats what is known is asked for again, and
 * is a gap if it stays so; a page that cannot be had at all makes the search fail.
 */
export const searchModels = async (
  askPage: (page: number) => Promise<NgcAnswer<SearchPage>>,
): Promise<NgcAnswer<SearchResult>> => {
  const models = new Map<string, FoundModel>();
  const unreadable = new Map<string, UnreadableResource>();
  const gaps: string[] = [];
  let pages = 1;
  for (let page = 0; page < Math.min(pages, MOST_PAGES); page += 1) {
    const answer = await askUntilNew(askPage, page, models);
    if (answer.status !== 'ok') {
      return {
        status: 'unknown',
        reason: `page ${page + 1} of the search: ${describeAnswer(answer)}`,
      };
    }
    pages = Math.max(pages, answer.value.resultPageTotal);
    const read = readPage(answer.value);
    if (!bringsNew(answer.value, models)) {
      gaps.push(`page ${page + 1} of ${pages} of the search brought no new model`);
    }
    read.models.forEach((model) => models.set(foundId(model), model));
    read.unreadable.forEach((resource) => unreadable.set(resource.name, resource));
  }
  return {
    status: 'ok',
    value: {
      models: [...models.values()].toSorted((one, other) =>
        foundId(one) < foundId(other) ? -1 : 1,
      ),
      unreadable: [...unreadable.values()],
      gaps,
    },
  };
};

const bringsNew = (page: SearchPage, known: ReadonlyMap<string, FoundModel>): boolean =>
  readPage(page).models.some((model) => !known.has(foundId(model)));

const askUntilNew = async (
  askPage: (page: number) => Promise<NgcAnswer<SearchPage>>,
  page: number,
  known: ReadonlyMap<string, FoundModel>,
): Promise<NgcAnswer<SearchPage>> => {
  const answer = await askPage(page);
  for (let attempt = 1; attempt < ATTEMPTS_FOR_A_PAGE; attempt += 1) {
    const again = answer.status === 'ok' && !bringsNew(answer.value, known);
    const next = again ? await askPage(page) : undefined;
    if (next?.status === 'ok' && bringsNew(next.value, known)) {
      return next;
    }
  }
  return answer;
};

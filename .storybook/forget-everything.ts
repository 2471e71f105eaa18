import { emptyVault } from '../src/apiKey/key-vault.ts';
import { queryClient } from '../src/wizard/query-client.ts';
import { storyProjects } from '../stories/host/story-projects.ts';

/** No story sees what another has loaded or entered: cache and vault are the module's own. */
export const forgetEverything = (): (() => void) => {
  forget();
  return forget;
};

const forget = (): void => {
  queryClient.clear();
  storyProjects.forEach(emptyVault);
};

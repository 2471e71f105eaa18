import { DashboardSettingsError } from '../config/dashboard-settings.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import { LoadProblem } from '../wizard/load-problem.ts';
import * as words from '../words/submission.ts';

/**
 * Does what comes before the first write, and says of what could not be read that nothing was created.
 *
 * @throws SubmissionError
 */
export const beforeWriting = async <T>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    if (error instanceof LoadProblem || error instanceof DashboardSettingsError) {
      throw new SubmissionError(words.nothingCreated(error.message), [], { cause: error });
    }
    throw error;
  }
};

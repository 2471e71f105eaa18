import { useEffect, useRef, useState } from 'react';
import type { PreviewedObject } from '../../submit/preview/preview-objects.ts';
import { SubmissionError } from '../../submit/submission-error.ts';
import * as words from '../../words/review-page.ts';
import { LoadProblem } from '../load-problem.ts';

/** Where the preview stands. */
export type Preview =
  | { status: 'closed' }
  | { status: 'loading' }
  | { status: 'shown'; text: string }
  | { status: 'failed'; message: string };

/** Makes the preview each time that it is opened, from what the wizard holds then. */
export const usePreview = (
  readObjects: () => Promise<PreviewedObject[]>,
): { preview: Preview; open: () => void; close: () => void } => {
  const [preview, setPreview] = useState<Preview>({ status: 'closed' });
  const latest = useRef(0);
  useEffect(
    () => () => {
      latest.current += 1;
    },
    [],
  );
  const show = async (): Promise<void> => {
    const opening = (latest.current += 1);
    setPreview({ status: 'loading' });
    const made = await makePreview(readObjects);
    if (latest.current === opening) {
      setPreview(made);
    }
  };
  return {
    preview,
    open: () => void show(),
    close: () => {
      latest.current += 1;
      setPreview({ status: 'closed' });
    },
  };
};

const makePreview = async (readObjects: () => Promise<PreviewedObject[]>): Promise<Preview> => {
  try {
    const [{ previewYaml }, objects] = await Promise.all([
      import('./preview-yaml.ts'),
      readObjects(),
    ]);
    return { status: 'shown', text: previewYaml(objects) };
  } catch (error) {
    return { status: 'failed', message: messageOf(error) };
  }
};

const messageOf = (error: unknown): string =>
  error instanceof SubmissionError || error instanceof LoadProblem
    ? error.message
    : words.partNotLoaded;
